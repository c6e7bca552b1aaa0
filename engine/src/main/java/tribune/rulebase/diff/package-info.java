/** What differs between two rule bases, by check, threshold, rule and file. */
@NullMarked
package tribune.rulebase.diff;

import org.jspecify.annotations.NullMarked;
