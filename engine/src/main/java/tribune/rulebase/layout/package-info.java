/**
 * The one layout of the files of a rule base: blanks, line breaks and indentation, never a word or
 * a comment.
 */
@NullMarked
package tribune.rulebase.layout;

import org.jspecify.annotations.NullMarked;
