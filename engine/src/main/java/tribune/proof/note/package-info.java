/** Ed25519 keys, and text that they have signed: C2SP signed notes. */
@NullMarked
package tribune.proof.note;

import org.jspecify.annotations.NullMarked;
