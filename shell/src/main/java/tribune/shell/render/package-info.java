/**
 * What a command has to say, and how it is written: a report of blocks, the same in every format,
 * and the renderers that print it. Knows nothing of commands.
 */
@NullMarked
package tribune.shell.render;

import org.jspecify.annotations.NullMarked;
