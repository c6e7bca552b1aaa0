/**
 * Measures the trail, for docs/reliability.md, and the commands that go through a whole history,
 * for docs/performance.md. Not part of the program.
 */
@NullMarked
package tribune.bench;

import org.jspecify.annotations.NullMarked;
