/**
 * The export that people read: one page with charts, every decision, and the rules of that day. It
 * needs nothing from anywhere else and runs no script.
 */
@NullMarked
package tribune.export.html;

import org.jspecify.annotations.NullMarked;
