/**
 * Conditions as formulas: what can hold together, and what follows from what. Says "never" only
 * where it is sure; what it does not understand may hold or not.
 */
@NullMarked
package tribune.rulebase.logic;

import org.jspecify.annotations.NullMarked;
