/**
 * The rule base: loading, diagnosing and compiling DRL, and evaluating a proposal into one finding
 * for each check. The only package that sees Drools.
 */
@NullMarked
package tribune.rulebase;

import org.jspecify.annotations.NullMarked;
