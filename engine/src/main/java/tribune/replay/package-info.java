/**
 * Runs recorded audits again: the same facts on the same rule base as of the same day must give the
 * same bytes. Anything else is a defect, of a rule, of the engine, or of what was kept. And runs
 * them on another rule base, where the differences are the answer.
 */
@NullMarked
package tribune.replay;

import org.jspecify.annotations.NullMarked;
