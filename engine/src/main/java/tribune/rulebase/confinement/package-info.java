/**
 * The wall around rules: which classes and members the classes that Drools generates from a rule
 * base may reach, and the meter that stops them when they do not come to an end. Reads and writes
 * class files; knows nothing of Drools or of rule bases.
 */
@NullMarked
package tribune.rulebase.confinement;

import org.jspecify.annotations.NullMarked;
