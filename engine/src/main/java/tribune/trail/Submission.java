package tribune.trail;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Records that are to become durable together or not at all, and where the receipts go. */
record Submission(List<Addition> additions, CompletableFuture<List<Receipt>> answer) {
  Submission(List<Addition> additions) {
    this(List.copyOf(additions), new CompletableFuture<>());
  }
}
