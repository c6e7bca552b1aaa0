/** Waiting for other threads. */
@NullMarked
package tribune.threads;

import org.jspecify.annotations.NullMarked;
