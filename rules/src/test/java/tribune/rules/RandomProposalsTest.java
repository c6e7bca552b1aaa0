package tribune.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tribune.decision.Proposal;
import tribune.rulebase.Check;
import tribune.rulebase.Evaluation;
import tribune.rules.RandomProposals.Draft;
import tribune.verdict.Finding;
import tribune.verdict.Outcome;

/** What holds for every proposal, shown on many random ones. */
class RandomProposalsTest {
  private static final long SEED = 20_260_115L;

  /** By check, the facts that its rules read. */
  private static final Map<String, Set<String>> READ = new RuleReads().ofEach(Shipped.checks());

  /** What makes another decision of it, whose review is due on another day. */
  private static final Set<String> CLAIMS =
      Set.of("decision.urgency = SAFETY_EMERGENCY", "decision.notNow = yes");

  @Test
  void every_check_has_exactly_one_finding_and_none_is_an_error() {
    List<String> ids = Shipped.checks().stream().map(Check::id).toList();
    Map<Outcome, Integer> found = new EnumMap<>(Outcome.class);
    forRandom(
        1_000,
        (draft, proposal) -> {
          List<Finding> findings = evaluate(proposal).findings();
          assertThat(findings).as(draft::text).extracting(it -> it.check().text()).isEqualTo(ids);
          findings.forEach(it -> found.merge(it.outcome(), 1, Integer::sum));
        });
    assertThat(found)
        .containsOnlyKeys(
            Outcome.PASS, Outcome.FAIL, Outcome.NEEDS_EVIDENCE, Outcome.NOT_APPLICABLE);
  }

  @Test
  void no_check_that_passes_can_fail_by_stating_what_was_not_stated() {
    List<String> mistakes = new ArrayList<>();
    forRandom(
        120,
        (draft, proposal) -> {
          Set<String> passing =
              evaluate(proposal).findings().stream()
                  .filter(it -> it.outcome() == Outcome.PASS)
                  .map(it -> it.check().text())
                  .collect(Collectors.toSet());
          forEachStatement(
              draft,
              readBy(passing),
              (what, completed) -> {
                evaluate(completed).findings().stream()
                    .filter(it -> it.outcome() == Outcome.FAIL)
                    .filter(it -> passing.contains(it.check().text()))
                    .forEach(
                        it -> mistakes.add(it.check() + " by " + what + " in\n" + draft.text()));
              });
        });
    assertThat(mistakes).isEmpty();
  }

  /** What else is stated moves none of them, as {@link MetamorphicTest} shows. */
  private static Set<String> readBy(Set<String> checks) {
    return checks.stream().flatMap(it -> READ.get(it).stream()).collect(Collectors.toSet());
  }

  private static Evaluation evaluate(Proposal proposal) {
    return Shipped.rules().evaluate(proposal, Shipped.DAY);
  }

  /** Random proposals; those that contradict themselves are left out. */
  private static void forRandom(int count, BiConsumer<Draft, Proposal> body) {
    RandomProposals random = new RandomProposals(SEED);
    int sound = 0;
    for (int i = 0; i < count; i++) {
      Draft draft = random.next();
      Optional<Proposal> proposal = draft.read();
      if (proposal.isPresent()) {
        sound++;
        body.accept(draft, proposal.get());
      }
    }
    assertThat(sound).as("sound proposals of seed " + SEED).isGreaterThan(count * 3 / 4);
  }

  /** Every way to state one member more of those that are read. */
  private static void forEachStatement(
      Draft draft, Set<String> read, BiConsumer<String, Proposal> body) {
    BoundaryValues.all()
        .forEach(
            (section, all) -> {
              Map<String, List<String>> members = new LinkedHashMap<>(all);
              boolean whole = RandomProposals.isSingle(section) && read.contains(section);
              members.keySet().removeIf(it -> !whole && !read.contains(section + "." + it));
              Draft present =
                  draft.sections().getOrDefault(section, List.of()).isEmpty()
                          && RandomProposals.isSingle(section)
                      ? draft.adding(section, Map.of())
                      : draft;
              int records = present.sections().getOrDefault(section, List.of()).size();
              for (int i = 0; i < records; i++) {
                state(present, section, i, members, body);
              }
            });
  }

  private static void state(
      Draft draft,
      String section,
      int record,
      Map<String, List<String>> members,
      BiConsumer<String, Proposal> body) {
    members.forEach(
        (member, values) -> {
          if (draft.sections().get(section).get(record).containsKey(member)) {
            return;
          }
          for (String value : values) {
            String what = section + "." + member + " = " + value;
            if (!CLAIMS.contains(what)) {
              draft
                  .stating(section, record, member, value)
                  .read()
                  .ifPresent(it -> body.accept(what, it));
            }
          }
        });
  }
}
