/**
 * Hashes, trees and the proofs over them, as in RFC 9162: bytes in, bytes out. Knows nothing of
 * records and, as all packages below it, imports only {@code java.*}, so that it can be read and
 * checked by itself.
 */
@NullMarked
package tribune.proof;

import org.jspecify.annotations.NullMarked;
