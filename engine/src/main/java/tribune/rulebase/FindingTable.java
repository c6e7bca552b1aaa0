package tribune.rulebase;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tribune.verdict.CheckId;
import tribune.verdict.Finding;
import tribune.verdict.Ground;
import tribune.verdict.Grounds;
import tribune.verdict.Paths;

/**
 * Turns what rules reported into exactly one finding for each check of the catalogue. This is where
 * silence gets its meaning, so that no author has to remember it.
 */
final class FindingTable {
  /** An order that depends on nothing but the proposal and the rules, so that replay agrees. */
  private static final Comparator<Ground> FIXED_ORDER =
      Comparator.comparing(Ground::rule)
          .thenComparing(Ground::reason)
          .thenComparing(ground -> ground.facts().toString())
          .thenComparing(ground -> ground.values().toString());

  private final Map<CheckId, Map<Facet, List<Report>>> reports;
  private final Map<CheckId, String> faults;
  private final @Nullable String faultOfAll;

  /**
   * A table of these reports.
   *
   * @param faults checks whose rules broke, with the cause
   * @param faultOfAll why no check can be trusted, or null
   */
  FindingTable(List<Report> reports, Map<CheckId, String> faults, @Nullable String faultOfAll) {
    this.reports =
        reports.stream()
            .collect(
                groupingBy(
                    Report::check,
                    TreeMap::new,
                    groupingBy(
                        Report::facet,
                        () -> new EnumMap<>(Facet.class),
                        java.util.stream.Collectors.toList())));
    this.faults = Map.copyOf(faults);
    this.faultOfAll = faultOfAll;
  }

  List<Finding> findings(Catalogue catalogue) {
    return catalogue.checks().stream().map(this::finding).toList();
  }

  private Finding finding(Check check) {
    CheckId id = check.checkId();
    String fault = faultOfAll == null ? faults.get(id) : faultOfAll;
    if (fault != null) {
      return new Finding.Fault(id, check.severity(), fault);
    }
    Map<Facet, List<Report>> said = reports.getOrDefault(id, Map.of());
    if (!said.containsKey(Facet.APPLIES)) {
      return new Finding.NotApplicable(id, check.severity());
    }
    List<Report> needs = said.getOrDefault(Facet.NEEDS_EVIDENCE, List.of());
    if (!needs.isEmpty()) {
      return new Finding.NeedsEvidence(id, check.severity(), missing(needs), grounds(needs));
    }
    List<Report> fails = said.getOrDefault(Facet.FAILS, List.of());
    if (!fails.isEmpty()) {
      return new Finding.Fail(id, check.severity(), grounds(fails));
    }
    return new Finding.Pass(id, check.severity(), grounds(said.get(Facet.APPLIES)));
  }

  private static Paths missing(List<Report> needs) {
    return Paths.of(
        needs.stream().flatMap(it -> it.missing().stream()).distinct().sorted().toList());
  }

  private static Grounds grounds(List<Report> reports) {
    List<Ground> grounds =
        new ArrayList<>(reports.stream().map(Report::ground).distinct().toList());
    grounds.sort(FIXED_ORDER);
    return Grounds.of(grounds);
  }
}
