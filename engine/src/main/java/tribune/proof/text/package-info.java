/**
 * How notes, checkpoints, keys and proofs are written: UTF-8 lines, decimals, base64; each value in
 * one spelling only.
 */
@NullMarked
package tribune.proof.text;

import org.jspecify.annotations.NullMarked;
