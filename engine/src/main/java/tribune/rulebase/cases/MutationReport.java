package tribune.rulebase.cases;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tribune.document.Diagnostic;
import tribune.document.Place;
import tribune.document.Source;

/**
 * Which edits of a rule base its cases notice.
 *
 * @param scores one for each check, for the derivations and for the thresholds
 * @param survivors the edits that no case notices, in the order of the rules
 * @param notCompiled how many edits gave no rule base; they count for nothing
 * @param outOfDate reasons that gaps.yaml gives for nothing
 */
public record MutationReport(
    List<Score> scores, List<Survivor> survivors, int notCompiled, List<Diagnostic> outOfDate) {
  public MutationReport {
    scores = List.copyOf(scores);
    survivors = List.copyOf(survivors);
    outOfDate = List.copyOf(outOfDate);
  }

  /**
   * An edit that no case notices.
   *
   * @param owner as in {@link Score}
   * @param where the name of the rule, or the id of the threshold
   * @param before what stands there
   * @param after what would stand there instead
   * @param reason what gaps.yaml says why nothing is wrong with that
   */
  public record Survivor(
      String owner,
      Source source,
      Place place,
      String where,
      String before,
      String after,
      Optional<String> reason) {
    public Survivor {
      requireNonNull(owner, "owner");
      requireNonNull(source, "source");
      requireNonNull(place, "place");
      requireNonNull(where, "where");
      requireNonNull(before, "before");
      requireNonNull(after, "after");
      requireNonNull(reason, "reason");
    }

    static Survivor of(Mutant mutant, KnownGaps known) {
      return new Survivor(
          mutant.owner(),
          mutant.source(),
          mutant.place(),
          mutant.where(),
          mutant.before(),
          mutant.after(),
          known.reasonFor(mutant));
    }

    /** For people: {@code long.drl:54 LTR-01 fails: horizon >= $min -> horizon > $min}. */
    @Override
    public String toString() {
      return source.name() + ":" + place.line() + " " + where + ": " + before + " -> " + after;
    }
  }

  /**
   * How many edits of one owner the cases notice.
   *
   * @param owner a check, {@code derivations} or {@code thresholds}
   * @param explained how many they do not notice, for a reason that gaps.yaml gives
   */
  public record Score(String owner, int edits, int noticed, int explained) {
    /** The edits that nobody notices and nobody has given a reason for. */
    public int unnoticed() {
      return edits - noticed - explained;
    }

    /** How many of a hundred edits are noticed, rounded down; 100 if there are none. */
    public int percent() {
      return edits == 0 ? 100 : 100 * noticed / edits;
    }
  }

  static MutationReport of(
      Mutants mutants, Set<Mutant> noticed, Set<Mutant> notCompiled, KnownGaps known) {
    List<Mutant> counted =
        mutants.chosen().stream().filter(it -> !notCompiled.contains(it)).toList();
    List<Survivor> survivors =
        counted.stream()
            .filter(it -> !noticed.contains(it))
            .map(it -> Survivor.of(it, known))
            .toList();
    Map<String, List<Mutant>> byOwner =
        counted.stream()
            .collect(Collectors.groupingBy(Mutant::owner, TreeMap::new, Collectors.toList()));
    List<Score> scores = new ArrayList<>();
    byOwner.forEach(
        (owner, edits) -> {
          List<Survivor> left = survivors.stream().filter(it -> it.owner().equals(owner)).toList();
          int explained = (int) left.stream().filter(it -> it.reason().isPresent()).count();
          scores.add(new Score(owner, edits.size(), edits.size() - left.size(), explained));
        });
    return new MutationReport(
        scores, survivors, notCompiled.size(), known.outOfDate(mutants.all(), noticed));
  }

  /** All owners together. */
  public Score total() {
    return new Score(
        "all",
        scores.stream().mapToInt(Score::edits).sum(),
        scores.stream().mapToInt(Score::noticed).sum(),
        scores.stream().mapToInt(Score::explained).sum());
  }

  /** The survivors that nobody has given a reason for. */
  public List<Survivor> unnoticed() {
    return survivors.stream().filter(it -> it.reason().isEmpty()).toList();
  }

  /** The survivors that somebody has given a reason for. */
  public List<Survivor> explained() {
    return survivors.stream().filter(it -> it.reason().isPresent()).toList();
  }

  /** Whether every edit is noticed or has its reason, and no reason is out of date. */
  public boolean holds() {
    return unnoticed().isEmpty() && outOfDate.isEmpty();
  }
}
