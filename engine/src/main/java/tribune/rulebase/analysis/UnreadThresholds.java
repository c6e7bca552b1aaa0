package tribune.rulebase.analysis;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tribune.document.Diagnostic;
import tribune.rulebase.Condition;
import tribune.rulebase.RuleBaseCode;
import tribune.rulebase.ThresholdTable;
import tribune.rulebase.language.Threshold;

/** Thresholds that no rule reads. */
final class UnreadThresholds implements Finder {
  private static final String TYPE = Threshold.class.getSimpleName();
  private static final Pattern QUOTED = Pattern.compile("([\"'])([^\"']*)\\1");

  @Override
  public List<Diagnostic> find(Written rules) {
    List<Condition.FactPattern> reads =
        rules.rules().stream()
            .flatMap(rule -> Patterns.of(rule.conditions()).stream())
            .filter(pattern -> pattern.simpleType().equals(TYPE))
            .toList();
    if (reads.stream().anyMatch(pattern -> quoted(pattern).isEmpty())) {
      return List.of(); // a pattern that names no id may read any of them
    }
    Set<String> read =
        reads.stream().flatMap(it -> quoted(it).stream()).collect(Collectors.toSet());
    return rules.thresholds().stream()
        .filter(threshold -> !read.contains(threshold.value().id()))
        .map(UnreadThresholds::diagnostic)
        .toList();
  }

  private static Set<String> quoted(Condition.FactPattern pattern) {
    return pattern.constraints().stream()
        .flatMap(constraint -> QUOTED.matcher(constraint.drl()).results())
        .map(result -> result.group(2))
        .collect(Collectors.toSet());
  }

  private static Diagnostic diagnostic(Placed<ThresholdTable.Entry> threshold) {
    String id = threshold.value().id();
    return threshold
        .diagnostic(RuleBaseCode.UNREAD_THRESHOLD, "id", "no rule reads the threshold " + id)
        .note("leave it out, or read it: `Threshold( id == \"" + id + "\", $min : value )`");
  }
}
