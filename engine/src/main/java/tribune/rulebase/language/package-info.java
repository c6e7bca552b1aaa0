/**
 * What a rule file may name besides the facts of a proposal: the way to report, the day of the
 * audit, thresholds and stakes. Imported by every DRL file; nothing here can be told to do anything
 * but report.
 */
@NullMarked
package tribune.rulebase.language;

import org.jspecify.annotations.NullMarked;
