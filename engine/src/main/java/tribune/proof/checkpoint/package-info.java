/** Signed roots of a log, what witnesses add to them, and the proof file that carries one. */
@NullMarked
package tribune.proof.checkpoint;

import org.jspecify.annotations.NullMarked;
