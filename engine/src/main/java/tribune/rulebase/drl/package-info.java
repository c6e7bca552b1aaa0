/**
 * The text of rule files: words, top-level pieces and what stands in a rule, each with its place.
 * Text in, trees and mistakes out; knows neither Drools nor what a name means.
 */
@NullMarked
package tribune.rulebase.drl;

import org.jspecify.annotations.NullMarked;
