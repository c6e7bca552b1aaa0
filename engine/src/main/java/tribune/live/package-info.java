/**
 * How a rule base goes live: {@link tribune.live.Candidate} is checked, tested and run on the
 * recorded history, and only then recorded as the one in force.
 */
@NullMarked
package tribune.live;

import org.jspecify.annotations.NullMarked;
