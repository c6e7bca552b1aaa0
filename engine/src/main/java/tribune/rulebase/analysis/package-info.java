/**
 * Finds what is wrong with a rule base that loads all the same: what contradicts itself, what can
 * never be reached, and what nobody refers to. One class for each kind of finding.
 */
@NullMarked
package tribune.rulebase.analysis;

import org.jspecify.annotations.NullMarked;
