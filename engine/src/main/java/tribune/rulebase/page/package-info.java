/**
 * Pages for people: what a rule base, a principle or a check says of itself, put together from its
 * YAML files, rules and cases. One content; the shell and the Markdown files only lay it out.
 */
@NullMarked
package tribune.rulebase.page;

import org.jspecify.annotations.NullMarked;
