package tribune.trail.jdbc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tribune.trail.Filter;
import tribune.trail.TableQuery;

/**
 * Finds audits by a filter, newest first. Goes back through the trail in windows that double:
 * within a window each condition is one query over exactly the rows of an index, and what they
 * return is intersected here. Left to itself, H2 answered the same question in one statement by
 * reading the whole index of findings once for each audit.
 */
final class AuditSearch {
  private static final long FIRST_WINDOW = 512;
  private static final long LAST_WINDOW = 65_536;

  private final Sql sql;

  AuditSearch(Sql sql) {
    this.sql = sql;
  }

  /** A stretch of the trail, from one place up to, not including, another. */
  private record Window(long from, long to) {}

  /** The places of the newest audits before {@code before} that the filter wants. */
  List<Long> newest(TableQuery query, long before, int limit) {
    String from = query.from();
    String to = query.to();
    long first = from == null ? 0 : firstAt(from);
    long last = Math.min(before, query.before());
    long end = Math.min(last, to == null ? lastAudit() + 1 : firstAt(to));
    List<Pair> pairs = pairs(query);
    List<Long> found = new ArrayList<>();
    long width = FIRST_WINDOW;
    while (end > first && found.size() < limit) {
      Window window = new Window(Math.max(first, end - width), end);
      found.addAll(newest(query, pairs, window));
      end = window.from();
      width = Math.min(LAST_WINDOW, width * 2);
    }
    return found.subList(0, Math.min(limit, found.size()));
  }

  private List<Long> newest(TableQuery query, List<Pair> pairs, Window window) {
    @Nullable Set<Long> places = null;
    if (!query.verdicts().isEmpty()) {
      places = ofVerdicts(query.verdicts(), window);
    }
    if (!query.outcomes().isEmpty()) {
      places = both(places, ofChecks(pairs, window));
    }
    String department = query.department();
    if (department != null) {
      places = both(places, ofDepartment(department, window));
    }
    boolean more = !query.search().isEmpty() || query.span() != Filter.Span.EVERY_AUDIT;
    if (places == null || (more && !places.isEmpty())) {
      places = both(places, ofDecisions(query, window));
    }
    return List.copyOf(new TreeSet<>(places).descendingSet());
  }

  private static Set<Long> both(@Nullable Set<Long> one, Set<Long> other) {
    if (one == null) {
      return other;
    }
    one.retainAll(other);
    return one;
  }

  private Set<Long> ofVerdicts(List<String> verdicts, Window window) {
    Set<Long> places = new HashSet<>();
    for (String verdict : verdicts) {
      places.addAll(
          places(
              "SELECT seq FROM decision WHERE verdict = ? AND seq >= ? AND seq < ?",
              verdict,
              window.from(),
              window.to()));
    }
    return places;
  }

  /** A check and what it came out as. */
  private record Pair(String check, String outcome) {}

  private List<Pair> pairs(TableQuery query) {
    if (query.outcomes().isEmpty()) {
      return List.of();
    }
    Set<String> checks = new TreeSet<>();
    for (String check : query.checks().isEmpty() ? List.of("") : query.checks()) {
      checks.addAll(check.isEmpty() || check.endsWith("-") ? checksLike(check) : List.of(check));
    }
    return checks.stream()
        .flatMap(check -> query.outcomes().stream().map(outcome -> new Pair(check, outcome)))
        .toList();
  }

  private Set<Long> ofChecks(List<Pair> pairs, Window window) {
    Set<Long> places = new HashSet<>();
    for (Pair pair : pairs) {
      places.addAll(
          places(
              "SELECT seq FROM finding"
                  + " WHERE check_id = ? AND outcome = ? AND seq >= ? AND seq < ?",
              pair.check(),
              pair.outcome(),
              window.from(),
              window.to()));
    }
    return places;
  }

  private List<String> checksLike(String prefix) {
    return SkipScan.startingWith(
        prefix,
        Integer.MAX_VALUE,
        bound ->
            sql.first(
                "SELECT check_id FROM finding WHERE check_id >= ?"
                    + " ORDER BY check_id, outcome, seq LIMIT 1",
                row -> row.getString(1),
                bound));
  }

  private Set<Long> ofDepartment(String name, Window window) {
    return places(
        "SELECT seq FROM department WHERE name = ? AND seq >= ? AND seq < ?",
        name,
        window.from(),
        window.to());
  }

  private Set<Long> ofDecisions(TableQuery query, Window window) {
    String newest =
        query.span() == Filter.Span.EVERY_AUDIT
            ? ""
            : " AND NOT EXISTS (SELECT 1 FROM decision n"
                + " WHERE n.id = d.id AND n.seq > d.seq AND n.seq < "
                + query.before()
                + ")";
    return places(
        "SELECT seq FROM decision d"
            + " WHERE seq >= ? AND seq < ? AND POSITION(? IN search) > 0"
            + newest,
        window.from(),
        window.to(),
        query.search());
  }

  private Set<Long> places(String select, Object... parameters) {
    return new HashSet<>(sql.list(select, row -> row.getLong(1), parameters));
  }

  /** The place of the first record at or after this time. */
  private long firstAt(String time) {
    return sql.first(
            "SELECT seq FROM record WHERE recorded_at >= ? ORDER BY recorded_at, seq LIMIT 1",
            row -> row.getLong(1),
            time)
        .orElseGet(() -> lastAudit() + 1);
  }

  private long lastAudit() {
    return sql.first("SELECT seq FROM decision ORDER BY seq DESC LIMIT 1", row -> row.getLong(1))
        .orElse(0L);
  }
}
