package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tribune.document.CanonicalJson;
import tribune.document.Json;
import tribune.proof.CompactRange;
import tribune.proof.TreeHash;
import tribune.trail.Body;
import tribune.trail.Draft;
import tribune.trail.Filter;
import tribune.trail.Head;
import tribune.trail.Opening;
import tribune.trail.OutcomeCount;
import tribune.trail.Receipt;
import tribune.trail.RecordTooLarge;
import tribune.trail.RevisionTaken;
import tribune.trail.Samples;
import tribune.trail.Soundness;
import tribune.trail.StoredRecord;
import tribune.trail.StoredRuleBase;
import tribune.trail.SubmissionKey;
import tribune.trail.Trail;
import tribune.trail.TrailUnsound;
import tribune.verdict.CheckId;
import tribune.verdict.Finding;
import tribune.verdict.Outcome;
import tribune.verdict.Severity;

/** What every trail does, whatever it is kept in. */
abstract class TrailContract extends StoreContract {
  @Test
  void an_audit_is_there_as_it_was_submitted() {
    Draft draft = Samples.draft("bags", 2);
    try (Trail trail = store.open()) {
      store.clock().move(Duration.ofSeconds(5));
      Receipt receipt = trail.append(draft);
      assertThat(receipt.seq()).isEqualTo(1);
      assertThat(receipt.at()).isEqualTo(Instant.parse("2026-01-01T00:00:05Z"));
      assertThat(receipt.head()).isEqualTo(trail.head());

      StoredRecord stored = trail.find("bags").orElseThrow();
      assertThat(stored.seq()).isEqualTo(1);
      assertThat(stored.leaf()).isEqualTo(receipt.leaf()).isEqualTo(TreeHash.leaf(stored.bytes()));
      assertThat(stored.content().actor()).isEqualTo(draft.actor());
      Body.Audited body = (Body.Audited) stored.content().body();
      assertThat(body.decision()).isEqualTo(draft.decision());
      assertThat(body.result()).isEqualTo(draft.result());
      assertThat(body.engine()).isEqualTo(draft.engine());
      assertThat(trail.payload(1).orElseThrow().json()).isEqualTo(draft.facts());
      assertThat(trail.payload(1).orElseThrow().commitment()).isEqualTo(body.facts().commitment());
      assertThat(trail.payload(0)).isEmpty();
      StoredRuleBase rules = trail.ruleBase(body.ruleBase().sha256()).orElseThrow();
      assertThat(rules.files()).containsExactlyInAnyOrderEntriesOf(Samples.RULES.files());
      assertThat(rules.ref()).isEqualTo(Samples.RULES.ref());
      assertThat(trail.ruleBase(TreeHash.empty())).isEmpty();
      assertThat(trail.find("bags", 2)).contains(stored);
      assertThat(trail.find("bags", 1)).isEmpty();
      assertThat(trail.find("bag")).isEmpty();
      assertThat(trail.at(2)).isEmpty();
      assertSound(trail);
    }
  }

  @Test
  void history_outlives_the_process_and_the_root_is_that_of_the_tree() {
    Head before;
    String history;
    try (Trail trail = store.open()) {
      for (int i = 0; i < 70; i++) {
        trail.append(Samples.draft("d" + i % 7, 1));
      }
      before = trail.head();
      history = TestStore.history(trail);
    }
    try (Trail trail = store.open()) {
      assertThat(trail.opening()).isEqualTo(new Opening(Opening.State.INDEXED, 0, 0));
      assertThat(trail.head()).isEqualTo(before);
      assertThat(TestStore.history(trail)).isEqualTo(history);
      CompactRange tree = CompactRange.empty();
      for (StoredRecord record : trail.records(0).toList()) {
        tree = tree.plus(record.leaf(), node -> {});
      }
      assertThat(trail.head()).isEqualTo(new Head(71, tree.root()));
      assertThat(trail.records(65))
          .extracting(StoredRecord::seq)
          .containsExactly(65L, 66L, 67L, 68L, 69L, 70L);
      assertThat(trail.history("d3"))
          .extracting(StoredRecord::seq)
          .containsExactly(67L, 60L, 53L, 46L, 39L, 32L, 25L, 18L, 11L, 4L);
      assertSound(trail);
    }
  }

  @Test
  void of_several_audits_all_are_recorded_or_none() {
    try (Trail trail = store.open()) {
      Draft other = Samples.withFacts(Samples.draft("a", 1), Json.Members.of(Map.of()));
      List<Draft> drafts = List.of(Samples.draft("b", 1), Samples.draft("a", 1), other);
      assertThatThrownBy(() -> trail.appendAll(drafts)).isInstanceOf(RevisionTaken.class);
      assertThat(trail.head().size()).isEqualTo(1);
      assertThat(trail.append(Samples.draft("a", 1)).seq()).isEqualTo(1);
      assertThatThrownBy(() -> trail.appendAll(List.of())).hasMessageContaining("found 0 drafts");
      assertSound(trail);
    }
  }

  @Test
  void a_revision_has_one_set_of_facts() {
    Draft draft = Samples.draft("bags", 1);
    Draft other = Samples.withFacts(draft, Json.Members.of(Map.of("x", new Json.Whole(1))));
    try (Trail trail = store.open()) {
      trail.append(draft);
      assertThatThrownBy(() -> trail.append(other))
          .isInstanceOf(RevisionTaken.class)
          .hasMessageContaining("revision 1 of bags was audited before with other facts")
          .hasMessageContaining("raise decision.revision");
      assertThat(trail.append(draft).seq()).isEqualTo(2);
      assertThat(trail.append(Samples.withFacts(Samples.draft("bags", 2), other.facts())).seq())
          .isEqualTo(3);
      assertThat(trail.head().size()).isEqualTo(4);
    }
    try (Trail trail = store.open()) {
      assertThatThrownBy(() -> trail.append(other)).isInstanceOf(RevisionTaken.class);
      assertThat(trail.find("bags", 1).orElseThrow().seq()).isEqualTo(2);
      assertThat(trail.find("bags").orElseThrow().seq()).isEqualTo(3);
    }
  }

  @Test
  void time_never_goes_back_even_if_the_clock_does() {
    try (Trail trail = store.open()) {
      store.clock().move(Duration.ofDays(1));
      Instant first = trail.append(Samples.draft("a", 1)).at();
      store.clock().move(Duration.ofDays(-2));
      assertThat(trail.append(Samples.draft("b", 1)).at()).isEqualTo(first);
    }
    try (Trail trail = store.open()) {
      Instant first = Instant.parse("2026-01-02T00:00:00Z");
      assertThat(trail.append(Samples.draft("c", 1)).at()).isEqualTo(first);
      store.clock().move(Duration.ofDays(3).plusNanos(1_999_999));
      assertThat(trail.append(Samples.draft("d", 1)).at())
          .isEqualTo(Instant.parse("2026-01-03T00:00:00.001Z"));
      assertSound(trail);
    }
  }

  @Test
  void several_audits_become_durable_together() {
    try (Trail trail = store.open()) {
      List<Draft> drafts =
          IntStream.range(0, 250).mapToObj(i -> Samples.draft("d" + i, 1)).toList();
      List<Receipt> receipts = trail.appendAll(drafts);
      assertThat(receipts).extracting(Receipt::seq).containsExactlyElementsOf(longs(1, 250));
      assertThat(receipts).extracting(Receipt::head).containsOnly(trail.head());
      assertThat(trail.decisionIds("d24", 3)).containsExactly("d24", "d240", "d241");
      assertSound(trail);
    }
  }

  @Test
  void a_record_that_is_too_long_leaves_nothing_behind() {
    Finding huge = new Finding.Fault(new CheckId("CIN-07"), Severity.MINOR, "x".repeat(65_536));
    Draft large = Samples.draft("a", 1, "t", List.of(), List.of(huge));
    Json.Members longFacts = Json.Members.of(Map.of("x", new Json.Text("y".repeat(1_048_576))));
    try (Trail trail = store.open()) {
      assertThatThrownBy(() -> trail.append(large))
          .isInstanceOf(RecordTooLarge.class)
          .hasMessageContaining("CIN-07");
      assertThatThrownBy(() -> trail.append(Samples.withFacts(Samples.draft("a", 1), longFacts)))
          .isInstanceOf(RecordTooLarge.class)
          .hasMessageContaining("facts of this decision have 1048584 bytes");
      assertThat(trail.head().size()).isEqualTo(1);
      assertThat(trail.append(Samples.draft("a", 1)).seq()).isEqualTo(1);
      assertSound(trail);
    }
  }

  @Test
  void facts_and_files_may_be_as_long_as_promised() {
    Json.Members facts = Json.Members.of(Map.of("x", new Json.Text("y".repeat(1_048_576 - 8))));
    StoredRuleBase rules =
        StoredRuleBase.of("big", "1", Map.of("a.drl", new byte[StoredRuleBase.MAX_FILE_BYTES]));
    try (Trail trail = store.open()) {
      trail.append(Samples.withRules(Samples.withFacts(Samples.draft("a", 1), facts), rules));
      assertSound(trail);
    }
    try (Trail trail = store.open()) {
      assertThat(trail.payload(1).orElseThrow().json()).isEqualTo(facts);
      assertThat(trail.ruleBase(rules.sha256())).contains(rules);
      assertSound(trail);
    }
  }

  @Test
  void what_is_found_and_is_not_what_was_asked_for_is_never_shown() throws Exception {
    SubmissionKey key = new SubmissionKey("build 4711");
    try (Trail trail = store.open()) {
      trail.append(Samples.draft("a", 1).under(key));
      trail.append(Samples.draft("b", 2));
      trail.append(Samples.draft("c", 1));
    }
    store.forge("UPDATE decision SET id = 'x', submission = 'y' WHERE seq = 1");
    store.forge("UPDATE decision SET revision = 3 WHERE seq = 2");
    try (Trail trail = store.open()) {
      assertThatThrownBy(() -> trail.find("x"))
          .isInstanceOf(TrailUnsound.class)
          .hasMessageContaining("record 1")
          .hasMessageContaining("a row that leads to");
      assertThatThrownBy(() -> trail.find("b", 3)).isInstanceOf(TrailUnsound.class);
      assertThatThrownBy(() -> trail.submitted(new SubmissionKey("y")))
          .isInstanceOf(TrailUnsound.class);
      assertThat(trail.find("b").orElseThrow().seq()).isEqualTo(2);
      assertThat(trail.find("c", 1).orElseThrow().seq()).isEqualTo(3);
    }
  }

  @Test
  void outcomes_are_counted_over_all_audits() {
    try (Trail trail = store.open()) {
      assertThat(trail.outcomes()).isEmpty();
      trail.append(Samples.draft("a", 1));
      trail.append(Samples.draft("b", 1));
      trail.append(Samples.draft("c", 1, "t", List.of(), Samples.passing()));
      trail.append(Samples.draft("d", 1, "t", List.of(), Samples.incomplete()));
      trail.activate(Samples.activation("1"));
      assertThat(trail.outcomes())
          .containsExactly(
              new OutcomeCount("CIN-02", Outcome.NEEDS_EVIDENCE, 1),
              new OutcomeCount("LTR-01", Outcome.FAIL, 2),
              new OutcomeCount("LTR-01", Outcome.PASS, 1));
    }
  }

  @Test
  void texts_of_all_kinds_come_back_in_their_normal_form() {
    Draft draft =
        Samples.draft(
            "e\u0301 \ud83d\ude00", 1, "tab\tquote\" \u2028", List.of("\u00c4mter"), List.of());
    try (Trail trail = store.open()) {
      trail.append(draft);
      StoredRecord stored = trail.find("\u00e9 \ud83d\ude00").orElseThrow();
      Body.Audited body = (Body.Audited) stored.content().body();
      assertThat(body.decision().title()).isEqualTo("tab\tquote\" \u2028");
      assertThat(trail.payload(1).orElseThrow().json()).isEqualTo(draft.facts());
      assertThat(CanonicalJson.write(stored.content().toJson())).isEqualTo(stored.bytes());
      assertSound(trail);
    }
    try (Trail trail = store.open()) {
      assertThat(trail.find("\u00e9 \ud83d\ude00")).isPresent();
      assertSound(trail);
    }
  }

  @Test
  void texts_that_no_database_takes_as_they_are_are_recorded_all_the_same() {
    String odd = "a\u0000b " + "\ud83d\ude00".repeat(3_000);
    Draft draft = Samples.draft("a", 1, odd.replace('\u0000', ' '), List.of(odd), List.of());
    try (Trail trail = store.open()) {
      trail.append(Samples.withFacts(draft, Samples.facts("a", odd, List.of(odd))));
      assertThat(trail.find("a")).isPresent();
      assertThat(trail.decisions(Filter.ALL.withSearch("A\u0000B"))).hasSize(1);
      assertSound(trail);
    }
  }

  @Test
  void threads_that_append_together_leave_no_gap_and_no_step_back() throws Exception {
    List<Receipt> receipts = Collections.synchronizedList(new ArrayList<>());
    try (Trail trail = store.open()) {
      List<Thread> threads =
          IntStream.range(0, 4)
              .mapToObj(t -> new Thread(() -> append(trail, "t" + t, receipts)))
              .toList();
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(receipts)
          .extracting(Receipt::seq)
          .containsExactlyInAnyOrderElementsOf(longs(1, 200));
      Instant last = Instant.MIN;
      for (StoredRecord record : trail.records(0).toList()) {
        assertThat(record.content().at()).isAfterOrEqualTo(last);
        last = record.content().at();
      }
      for (Receipt receipt : receipts) {
        assertThat(trail.at(receipt.seq()).orElseThrow().leaf()).isEqualTo(receipt.leaf());
      }
      assertSound(trail);
    }
  }

  private void append(Trail trail, String name, List<Receipt> receipts) {
    long last = 0;
    for (int i = 0; i < 50; i++) {
      store.clock().move(Duration.ofMillis(i % 3 - 1));
      Receipt receipt = trail.append(Samples.draft(name + "-" + i, 1));
      assertThat(receipt.seq()).isGreaterThan(last);
      assertThat(receipt.head().size()).isGreaterThan(receipt.seq());
      last = receipt.seq();
      receipts.add(receipt);
    }
  }

  @Test
  void an_interrupted_thread_gets_its_receipt_and_stays_interrupted() {
    try (Trail trail = store.open()) {
      Thread.currentThread().interrupt();
      Receipt receipt = trail.append(Samples.draft("a", 1));
      assertThat(trail.find("a").orElseThrow().leaf()).isEqualTo(receipt.leaf());
      assertThat(Thread.interrupted()).isTrue();
      assertThat(trail.append(Samples.draft("b", 1)).seq()).isEqualTo(2);
      assertSound(trail);
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void after_closing_nothing_can_be_asked_and_closing_again_does_no_harm() {
    Trail trail = store.open();
    trail.close();
    trail.close();
    assertThatThrownBy(trail::head).hasMessage("the trail is closed");
    assertThatThrownBy(() -> trail.append(Samples.draft("a", 1)))
        .isInstanceOf(IllegalStateException.class);
  }

  static void assertSound(Trail trail) {
    assertThat(trail.verify()).isInstanceOf(Soundness.Sound.class);
    trail
        .verify()
        .fold(
            sound -> assertThat(sound.head()).isEqualTo(trail.head()),
            unsound -> {
              throw new AssertionError(unsound.first().toString());
            });
  }

  private static List<Long> longs(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }
}
