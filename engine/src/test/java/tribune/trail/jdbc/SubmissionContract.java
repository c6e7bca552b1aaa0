package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tribune.trail.jdbc.TrailContract.assertSound;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tribune.document.Json;
import tribune.trail.Body;
import tribune.trail.Draft;
import tribune.trail.Receipt;
import tribune.trail.Samples;
import tribune.trail.StoredRecord;
import tribune.trail.SubmissionKey;
import tribune.trail.SubmissionTaken;
import tribune.trail.Trail;

/** What is sent again under the same key is recorded once, whatever the trail is kept in. */
abstract class SubmissionContract extends StoreContract {
  private static final SubmissionKey KEY = new SubmissionKey("run 7/bags");

  @Test
  void a_retry_gets_the_first_receipt_and_no_second_record_also_after_a_restart() {
    Draft draft = Samples.draft("bags", 1).under(KEY);
    Receipt first;
    try (Trail trail = store.open()) {
      first = trail.append(draft);
      trail.append(Samples.draft("other", 1));
      assertThat(trail.append(draft)).isEqualTo(first);
      assertThat(trail.head().size()).isEqualTo(3);
    }
    try (Trail trail = store.open()) {
      assertThat(trail.append(draft)).isEqualTo(first);
      assertThat(trail.head().size()).isEqualTo(3);
      Body.Audited audited = (Body.Audited) trail.at(1).orElseThrow().content().body();
      assertThat(audited.submission()).contains(KEY);
      assertSound(trail);
    }
  }

  @Test
  void without_a_key_of_ones_own_each_audit_is_a_record() {
    Draft draft = Samples.draft("bags", 1);
    try (Trail trail = store.open()) {
      assertThat(trail.append(draft).seq()).isEqualTo(1);
      assertThat(trail.append(draft).seq()).isEqualTo(2);
      assertThat(trail.records(1).map(it -> ((Body.Audited) it.content().body()).submission()))
          .doesNotHaveDuplicates()
          .allSatisfy(key -> assertThat(key).isPresent());
    }
  }

  @Test
  void the_same_key_with_something_else_is_refused() {
    Draft draft = Samples.draft("bags", 1).under(KEY);
    List<Draft> others =
        List.of(
            Samples.withFacts(draft, Json.Members.of(Map.of())).under(KEY),
            Samples.withRules(draft, Samples.rules("2")).under(KEY),
            Samples.draft("bags", 2).under(KEY),
            Samples.draft("seats", 1).under(KEY));
    try (Trail trail = store.open()) {
      trail.append(draft);
      for (Draft other : others) {
        assertThatThrownBy(() -> trail.append(other))
            .isInstanceOf(SubmissionTaken.class)
            .hasMessageContaining("the key 'run 7/bags' was used before")
            .hasMessageContaining("recorded as no. 1 at ");
      }
      assertThat(trail.head().size()).isEqualTo(2);
      assertSound(trail);
    }
  }

  @Test
  void of_several_those_that_are_recorded_are_not_recorded_again() {
    List<Draft> drafts =
        IntStream.range(0, 4)
            .mapToObj(i -> Samples.draft("d" + i, 1).under(KEY.of(i + 1)))
            .toList();
    try (Trail trail = store.open()) {
      List<Receipt> first = trail.appendAll(drafts.subList(0, 2));
      List<Receipt> all = trail.appendAll(drafts);
      assertThat(all.subList(0, 2)).isEqualTo(first);
      assertThat(all).extracting(Receipt::seq).containsExactly(1L, 2L, 3L, 4L);
      assertThat(trail.appendAll(List.of(drafts.get(3), drafts.get(3))))
          .extracting(Receipt::seq)
          .containsExactly(4L, 4L);
      List<Draft> twice =
          List.of(Samples.draft("e", 1).under(KEY), Samples.draft("e", 1).under(KEY));
      assertThat(trail.appendAll(twice)).extracting(Receipt::seq).containsExactly(5L, 5L);
      assertSound(trail);
    }
  }

  @Test
  void threads_that_send_the_same_at_once_get_one_record() throws InterruptedException {
    List<Receipt> receipts = Collections.synchronizedList(new ArrayList<>());
    try (Trail trail = store.open()) {
      List<Thread> threads =
          IntStream.range(0, 6)
              .mapToObj(
                  i ->
                      new Thread(
                          () -> receipts.add(trail.append(Samples.draft("bags", 1).under(KEY)))))
              .toList();
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(receipts).hasSize(6).extracting(Receipt::seq).containsOnly(1L);
      assertThat(trail.head().size()).isEqualTo(2);
      assertSound(trail);
    }
  }

  /** Killed when a record was durable and its receipt not given, it is sent again. */
  static void assertRecordedOnce(TestStore store, long place) {
    Draft draft = ChildSubmitter.DRAFT;
    Receipt receipt;
    try (Trail trail = store.open()) {
      StoredRecord durable = trail.submitted(draft.submission().orElseThrow()).orElseThrow();
      assertThat(durable.seq()).isEqualTo(place);
      assertThat(trail.head().size()).isEqualTo(place + 1);
      receipt = trail.append(draft);
      assertThat(receipt.seq()).isEqualTo(place);
      assertThat(receipt.leaf()).isEqualTo(durable.leaf());
      assertThat(receipt.head()).isEqualTo(trail.head());
      assertThat(receipt.checkpoint()).isEqualTo(trail.proofs().newest().orElseThrow());
      trail.append(Samples.draft("other", 1));
      assertThat(trail.append(draft)).isEqualTo(receipt);
      assertThat(trail.head().size()).isEqualTo(place + 2);
      assertSound(trail);
    }
    try (Trail trail = store.open()) {
      assertThat(trail.append(draft)).isEqualTo(receipt);
    }
  }
}
