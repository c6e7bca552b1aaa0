/**
 * Copies of a trail for others: complete, the same bytes each time, checkable without anything of
 * ours.
 */
@NullMarked
package tribune.export;

import org.jspecify.annotations.NullMarked;
