/**
 * Many proposals in one file, read line by line: JSON Lines and comma-separated values, each
 * mistake with its place in that file.
 */
@NullMarked
package tribune.intake;

import org.jspecify.annotations.NullMarked;
