/**
 * What an audit says: one {@link tribune.verdict.Finding} for each check, and the one rule that
 * combines findings into a {@link tribune.verdict.Recommendation} and its {@link
 * tribune.verdict.Verdict}.
 */
@NullMarked
package tribune.verdict;

import org.jspecify.annotations.NullMarked;
