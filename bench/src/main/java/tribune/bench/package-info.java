/** Measures the trail, for docs/reliability.md. Not part of the program. */
@NullMarked
package tribune.bench;

import org.jspecify.annotations.NullMarked;
