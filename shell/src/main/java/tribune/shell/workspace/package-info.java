/**
 * What commands share: the rule base in use, the trail of a home, and proposals from files. Opened
 * when first needed, since most commands need only some of it.
 */
@NullMarked
package tribune.shell.workspace;

import org.jspecify.annotations.NullMarked;
