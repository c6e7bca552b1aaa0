/** Tables as comma-separated values. */
@NullMarked
package tribune.export.csv;

import org.jspecify.annotations.NullMarked;
