/** All formats there are. */
@NullMarked
package tribune.export.format;

import org.jspecify.annotations.NullMarked;
