/**
 * Runs recorded audits again: the same facts on the same rule base as of the same day must give the
 * same bytes. Anything else is a defect, of a rule, of the engine, or of what was kept.
 */
@NullMarked
package tribune.replay;

import org.jspecify.annotations.NullMarked;
