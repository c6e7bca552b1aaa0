/** Whom to believe a checkpoint: policies of logs and witnesses, and what is sent to a witness. */
@NullMarked
package tribune.proof.witness;

import org.jspecify.annotations.NullMarked;
