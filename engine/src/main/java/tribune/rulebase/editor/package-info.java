/** What editors need to know of the files of a rule base, to complete and check them. */
@NullMarked
package tribune.rulebase.editor;

import org.jspecify.annotations.NullMarked;
