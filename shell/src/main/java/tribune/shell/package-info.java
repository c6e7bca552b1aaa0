/**
 * The program: decides how it is used, starts Spring, runs lines and gives the exit code. The only
 * package that sees the process: its arguments, environment, streams and signals.
 */
@NullMarked
package tribune.shell;

import org.jspecify.annotations.NullMarked;
