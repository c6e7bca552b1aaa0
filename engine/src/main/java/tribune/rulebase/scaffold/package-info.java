/** Begins rule bases, principles and checks, which are sound and fully tested as they stand. */
@NullMarked
package tribune.rulebase.scaffold;

import org.jspecify.annotations.NullMarked;
