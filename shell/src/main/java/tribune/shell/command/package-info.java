/** The commands, one class each. Thin: read the invocation, call, report, exit code. */
@NullMarked
package tribune.shell.command;

import org.jspecify.annotations.NullMarked;
