/**
 * What people submit: {@link tribune.decision.Proposal}, the facts in it, and reading and writing
 * them.
 */
@NullMarked
package tribune.decision;

import org.jspecify.annotations.NullMarked;
