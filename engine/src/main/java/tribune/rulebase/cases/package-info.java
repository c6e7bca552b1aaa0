/**
 * What proves a rule base: its test cases, what they leave unexercised, and which edits of the rules
 * they would not notice.
 */
@NullMarked
package tribune.rulebase.cases;

import org.jspecify.annotations.NullMarked;
