package tribune.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {
  private static final int THREADS = 3;
  private static final int AHEAD = 8;

  @Test
  void results_come_in_the_order_of_the_pieces_whoever_is_done_first() {
    CountDownLatch second = new CountDownLatch(1);
    try (InOrder<Integer, Integer> work =
        work(
            numbers(100),
            number -> {
              if (number == 0) {
                await(second);
              }
              if (number == 1) {
                second.countDown();
              }
              return number * number;
            })) {
      List<Integer> done = new ArrayList<>();
      work.forEach(done::add);
      assertThat(done).isEqualTo(IntStream.range(0, 100).mapToObj(i -> i * i).toList());
      assertThat(work.next()).isEmpty();
    }
  }

  @Test
  void a_few_pieces_are_held_however_many_there_are() {
    AtomicInteger fetched = new AtomicInteger();
    Supplier<Optional<Integer>> endless = () -> Optional.of(fetched.getAndIncrement());
    try (InOrder<Integer, Integer> work = work(endless, number -> number)) {
      for (int i = 0; i < 50; i++) {
        assertThat(work.next()).contains(i);
        assertThat(fetched.get()).isLessThanOrEqualTo(i + AHEAD);
      }
    }
  }

  @Test
  void what_goes_wrong_is_thrown_in_its_turn() {
    AtomicInteger next = new AtomicInteger();
    Supplier<Optional<Integer>> breaks =
        () -> {
          if (next.get() == 3) {
            throw new IllegalStateException("source");
          }
          return Optional.of(next.getAndIncrement());
        };
    try (InOrder<Integer, Integer> work =
        work(
            breaks,
            number -> {
              if (number == 1) {
                throw new IllegalStateException("work");
              }
              return number;
            })) {
      assertThat(work.next()).contains(0);
      assertThatThrownBy(work::next).hasMessage("work");
      assertThat(work.next()).contains(2);
      assertThatThrownBy(work::next).hasMessage("source");
      assertThat(work.next()).isEmpty();
    }
  }

  @Test
  void closing_waits_until_nobody_works() {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    InOrder<Integer, Integer> work =
        work(
            numbers(2),
            number -> {
              if (number == 1) {
                begun.countDown();
                busy();
                ended.incrementAndGet();
              }
              return number;
            });
    assertThat(work.next()).contains(0);
    await(begun);
    work.close();
    assertThat(ended).hasValue(1);
  }

  @Test
  void there_must_be_a_thread_and_a_piece_for_each() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InOrder<>("test", 0, AHEAD, numbers(1), it -> it));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InOrder<>("test", 2, 1, numbers(1), it -> it));
  }

  private static InOrder<Integer, Integer> work(
      Supplier<Optional<Integer>> source, Function<Integer, Integer> each) {
    return new InOrder<>("test", THREADS, AHEAD, source, each);
  }

  private static Supplier<Optional<Integer>> numbers(int count) {
    return InOrder.each(IntStream.range(0, count).boxed().iterator());
  }

  private static void await(CountDownLatch latch) {
    Uninterrupted.get(
        () -> {
          latch.await();
          return true;
        });
  }

  /** Works on, whoever interrupts it. */
  private static void busy() {
    long end = System.nanoTime() + 100_000_000L;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
