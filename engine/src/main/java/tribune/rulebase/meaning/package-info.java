/**
 * What the names in rule files mean: which types, members, constants, methods and variables there
 * are, and which of them compare. Compiles nothing and runs nothing.
 */
@NullMarked
package tribune.rulebase.meaning;

import org.jspecify.annotations.NullMarked;
