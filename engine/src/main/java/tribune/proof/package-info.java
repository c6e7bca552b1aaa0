/**
 * Hashes and trees as in RFC 9162: bytes in, bytes out. Knows nothing of records and imports only
 * {@code java.*}, so that it can be read and checked by itself.
 */
@NullMarked
package tribune.proof;

import org.jspecify.annotations.NullMarked;
