/**
 * A line of words and what it asks for: how commands are declared, how a line is split, parsed,
 * completed, coloured and explained, and the exit code that it gives. One declaration of a command
 * drives all of these.
 *
 * <p>Commands are kept in Spring Shell's registry and run through its {@code Command}; its parser,
 * completer, highlighter and help are not used, for the reasons that {@code SpringShellDefectsTest}
 * shows.
 */
@NullMarked
package tribune.shell.line;

import org.jspecify.annotations.NullMarked;
