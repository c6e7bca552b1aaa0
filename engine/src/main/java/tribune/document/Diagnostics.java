package tribune.document;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Collects the mistakes of one source, so that all of them are reported in one run. Not safe for
 * use by several threads.
 */
public final class Diagnostics {
  /** How many diagnostics of one source are shown; the others are counted. */
  public static final int LIMIT = 100;

  /** How many are kept for sorting; a file may hold a mistake in every second byte. */
  private static final int KEPT = 10_000;

  private static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparing(
          Diagnostic::place, Comparator.nullsFirst(Comparator.<Place>naturalOrder()));

  private final Source source;
  private final List<Diagnostic> found = new ArrayList<>();
  private int count;
  private int errors;

  public Diagnostics(Source source) {
    this.source = requireNonNull(source, "source");
  }

  public Source source() {
    return source;
  }

  public void add(Diagnostic diagnostic) {
    count++;
    if (diagnostic.level() == Diagnostic.Level.ERROR) {
      errors++;
    }
    if (found.size() < KEPT) {
      found.add(diagnostic);
    }
  }

  /** Adds a mistake at a place of this source. */
  public void add(DiagnosticCode code, Place place, String message, String label, String... notes) {
    add(new Diagnostic(code, source, place, message, label, List.of(notes)));
  }

  /**
   * The nearest of {@code names}, as long as anybody will see it: a file with more mistakes than
   * are shown would cost minutes of comparing.
   */
  public Optional<String> nearest(String written, Collection<String> names) {
    return count < LIMIT ? NearestName.to(written, names) : Optional.empty();
  }

  public boolean hasErrors() {
    return errors > 0;
  }

  /** How many were added so far. */
  public int count() {
    return count;
  }

  /** The first {@link #LIMIT} diagnostics by place; those of the same place as they were added. */
  public List<Diagnostic> sorted() {
    return found.stream().sorted(BY_PLACE).limit(LIMIT).toList();
  }

  /**
   * Of the diagnostics of several sources the first {@link #LIMIT} of each, errors before warnings;
   * the last one by its place says how many more there are.
   */
  public static List<Diagnostic> most(List<Diagnostic> found) {
    Map<String, List<Diagnostic>> ofSource = new LinkedHashMap<>();
    found.forEach(
        it -> ofSource.computeIfAbsent(it.source().name(), name -> new ArrayList<>()).add(it));
    if (ofSource.values().stream().allMatch(all -> all.size() <= LIMIT)) {
      return List.copyOf(found);
    }
    List<Diagnostic> most = new ArrayList<>();
    ofSource.values().forEach(all -> most.addAll(all.size() > LIMIT ? first(all) : all));
    return List.copyOf(most);
  }

  private static List<Diagnostic> first(List<Diagnostic> all) {
    List<Diagnostic> first =
        all.stream()
            .sorted(Comparator.comparing(Diagnostic::level).thenComparing(BY_PLACE))
            .limit(LIMIT)
            .sorted(BY_PLACE)
            .collect(Collectors.toCollection(ArrayList::new));
    int more = all.size() - first.size();
    first.set(LIMIT - 1, first.get(LIMIT - 1).note("and " + more + " more in this file"));
    return first;
  }

  /** {@code value} with the warnings if there is no error; all diagnostics otherwise. */
  public <T> Reading<T> reading(@Nullable T value) {
    List<Diagnostic> shown = sorted();
    if (errors > 0) {
      return new Reading.Faulty<>(shown, count - shown.size());
    }
    return new Reading.Sound<>(requireNonNull(value, "value"), shown);
  }
}
