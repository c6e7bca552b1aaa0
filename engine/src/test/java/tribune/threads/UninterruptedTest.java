package tribune.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Waiting goes on through interrupts, and what went wrong comes as it was. */
class UninterruptedTest {

  @Test
  void whoever_is_interrupted_gets_the_answer_and_stays_interrupted() throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    CompletableFuture<String> got = new CompletableFuture<>();
    CountDownLatch waitedTwice = new CountDownLatch(2);
    Thread waiting =
        new Thread(
            () -> {
              String said =
                  Uninterrupted.get(
                      () -> {
                        waitedTwice.countDown();
                        return answer.get();
                      });
              got.complete(said + " " + Thread.currentThread().isInterrupted());
            });
    waiting.start();
    waiting.interrupt();
    assertThat(waitedTwice.await(20, TimeUnit.SECONDS)).as("waits again").isTrue();
    assertThat(got).isNotDone();
    answer.complete("yes");
    assertThat(got.get(20, TimeUnit.SECONDS)).isEqualTo("yes true");
    waiting.join();
  }

  @Test
  void whoever_is_not_interrupted_asks_once_and_stays_so() {
    AtomicInteger asked = new AtomicInteger();
    assertThat(Uninterrupted.get(asked::incrementAndGet)).isEqualTo(1);
    assertThat(asked).hasValue(1);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void what_the_other_thread_threw_is_thrown_here() {
    assertThatThrownBy(() -> failedWith(new IllegalArgumentException("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a");
    assertThatThrownBy(() -> failedWith(new StackOverflowError("b")))
        .isInstanceOf(StackOverflowError.class);
    assertThatThrownBy(() -> failedWith(new IOException("c")))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("c");
    assertThatThrownBy(() -> failedWith(new Exception("d")))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("d");
  }

  private static void failedWith(Throwable failure) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    answer.completeExceptionally(failure);
    Uninterrupted.get(answer::get);
  }
}
