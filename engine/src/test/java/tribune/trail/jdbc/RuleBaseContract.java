package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tribune.trail.jdbc.TrailContract.assertSound;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tribune.proof.Hash;
import tribune.trail.Body;
import tribune.trail.Draft;
import tribune.trail.Filter;
import tribune.trail.Receipt;
import tribune.trail.RuleBaseRef;
import tribune.trail.RulesReplaced;
import tribune.trail.Samples;
import tribune.trail.StoredRecord;
import tribune.trail.StoredRuleBase;
import tribune.trail.Trail;

/** Rule bases in a trail: kept once, put in force, and named by audits, whatever it is kept in. */
abstract class RuleBaseContract extends StoreContract {
  @Test
  void a_rule_base_is_kept_once() {
    try (Trail trail = store.open()) {
      trail.append(Samples.draft("a", 1));
      trail.append(Samples.draft("b", 1));
      trail.append(Samples.withRules(Samples.draft("c", 1), Samples.rules("2")));
      assertThat(trail.ruleBase(Samples.rules("2").sha256())).isPresent();
      StoredRuleBase renamed = StoredRuleBase.of("other", "1", Samples.RULES.files());
      assertThatThrownBy(() -> trail.append(Samples.withRules(Samples.draft("d", 1), renamed)))
          .hasMessageContaining("recorded under another name");
      assertSound(trail);
    }
  }

  @Test
  void no_rule_base_is_in_force_before_one_is_activated() {
    try (Trail trail = store.open()) {
      trail.append(Samples.draft("a", 1));
      assertThat(trail.inForce()).isEmpty();
      assertThat(trail.activations()).isEmpty();
      assertThat(trail.ruleBases()).containsExactly(Samples.RULES.ref());
    }
  }

  @Test
  void the_newest_activation_says_which_rule_base_is_in_force() {
    try (Trail trail = store.open()) {
      trail.append(Samples.draft("a", 1));
      Receipt first = trail.activate(Samples.activation("2"));
      assertThat(first.seq()).isEqualTo(2);
      assertThat(inForce(trail)).isEqualTo(Samples.rules("2").ref());
      trail.append(Samples.draft("b", 1));
      for (int version = 3; version < 25; version++) {
        trail.activate(Samples.activation("" + version));
      }
      trail.activate(Samples.activation("2"));
      assertThat(inForce(trail)).isEqualTo(Samples.rules("2").ref());
      assertSound(trail);
    }
    try (Trail trail = store.open()) {
      assertThat(inForce(trail)).isEqualTo(Samples.rules("2").ref());
      assertThat(trail.activations()).hasSize(24);
      assertThat(trail.activations())
          .extracting(StoredRecord::seq)
          .isSortedAccordingTo(Comparator.reverseOrder());
      assertThat(trail.ruleBases()).hasSize(24);
      Hash sha256 = Samples.rules("7").sha256();
      assertThat(trail.ruleBase(sha256).orElseThrow().files())
          .containsExactlyInAnyOrderEntriesOf(Samples.rules("7").files());
      assertThat(trail.find("b")).isPresent();
      assertThat(trail.decisions(Filter.ALL)).hasSize(2);
      assertSound(trail);
    }
  }

  private static RuleBaseRef inForce(Trail trail) {
    return ((Body.Activated) trail.inForce().orElseThrow().content().body()).ruleBase();
  }

  @Test
  void a_trail_may_begin_with_an_activation() {
    try (Trail trail = store.open()) {
      trail.activate(Samples.activation("1"));
      trail.append(Samples.draft("a", 1));
      assertSound(trail);
    }
    try (Trail trail = store.open()) {
      assertThat(trail.inForce().orElseThrow().seq()).isEqualTo(1);
      assertSound(trail);
    }
  }

  @Test
  void threads_that_activate_together_agree_on_the_newest() throws Exception {
    try (Trail trail = store.open()) {
      List<Thread> threads =
          IntStream.range(0, 4)
              .mapToObj(t -> new Thread(() -> trail.activate(Samples.activation("t" + t))))
              .toList();
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(trail.activations()).hasSize(4);
      assertThat(trail.inForce().orElseThrow().seq()).isEqualTo(4);
      assertSound(trail);
    }
  }

  @Test
  void an_audit_on_the_rule_base_in_force_is_refused_once_another_one_is() {
    Draft named = Samples.draft("a", 1);
    Draft inForce = named.chosen(Draft.RuleChoice.IN_FORCE);
    Draft onNew = Samples.withRules(named, Samples.rules("2")).chosen(Draft.RuleChoice.IN_FORCE);
    try (Trail trail = store.open()) {
      assertThat(trail.append(inForce).seq()).isEqualTo(1);
      trail.activate(Samples.activation("2"));
      for (List<Draft> refused :
          List.of(List.of(inForce), List.of(onNew, inForce), List.of(inForce, named))) {
        assertThatThrownBy(() -> trail.appendAll(refused))
            .isInstanceOf(RulesReplaced.class)
            .hasMessageContaining("nothing was recorded: a was audited under rule base shipped ")
            .hasMessageContaining("by record no. 2 of 2026-01-01T00:00:00Z another one is in force")
            .hasMessageEndingWith("audit again");
      }
      assertThat(trail.head().size()).isEqualTo(3);
      assertThat(trail.append(named).seq()).isEqualTo(3);
      assertThat(trail.append(onNew).seq()).isEqualTo(4);
      trail.activate(Samples.activation("1"));
      assertThat(trail.append(inForce).seq()).isEqualTo(6);
      assertSound(trail);
    }
  }

  @Test
  void activations_and_audits_that_meet_are_in_an_order_that_explains_itself() throws Exception {
    Draft audit = Samples.draft("a", 1).chosen(Draft.RuleChoice.IN_FORCE);
    try (Trail trail = store.open()) {
      Thread activating =
          new Thread(
              () -> {
                for (int i = 0; i < 40; i++) {
                  trail.activate(Samples.activation(i % 2 == 0 ? "2" : "1"));
                }
              });
      activating.start();
      int recorded = 0;
      int refused = 0;
      while (activating.isAlive() || recorded == 0) {
        try {
          trail.append(audit);
          recorded++;
        } catch (RulesReplaced e) {
          refused++;
        }
      }
      activating.join();
      RuleBaseRef inForce = audit.ruleBase().ref();
      for (StoredRecord record : trail.records(1).toList()) {
        RuleBaseRef named = record.content().body().namedRuleBase().orElseThrow();
        boolean isAudit = record.content().body() instanceof Body.Audited;
        inForce = isAudit ? inForce : named;
        assertThat(named).as("record %d, %d refused", record.seq(), refused).isEqualTo(inForce);
      }
      assertThat(trail.head().size()).isEqualTo(41 + recorded);
    }
  }
}
