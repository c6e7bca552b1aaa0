/** Waiting for other threads, and having work done by several. */
@NullMarked
package tribune.threads;

import org.jspecify.annotations.NullMarked;
