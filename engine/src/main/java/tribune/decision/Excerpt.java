package tribune.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import tribune.document.Json;
import tribune.schema.Member;
import tribune.schema.RecordType;
import tribune.schema.RecordWriter;
import tribune.schema.ValueKind;

/**
 * A proposal with only some of what it states, such as only what sources report. What has to be
 * stated stays. A record of a list goes with the last thing said of it, and with it go the
 * references to it and what was said of its provenance.
 */
public final class Excerpt {
  private static final String PROVENANCE = "provenance";
  private static final String FACTS = "facts";
  private static final String SOURCE = "source";

  private final Predicate<String> keeps;
  private final Set<Named> dropped = new HashSet<>();

  private Excerpt(Predicate<String> keeps) {
    this.keeps = keeps;
  }

  /** A record of a list: what it is, and its key. */
  private record Named(Class<?> type, String key) {}

  /**
   * The excerpt that keeps what a path is accepted for.
   *
   * @param keeps asked of each member that is stated, such as {@code decision.reach} or {@code
   *     evidence[E1].sampleSize}
   */
  public static Proposal of(Proposal proposal, Predicate<String> keeps) {
    Excerpt excerpt = new Excerpt(keeps);
    excerpt.drop(proposal, "");
    Json.Members facts = excerpt.members(proposal, "");
    Proposal kept = read(facts);
    SortedMap<String, Json> all = new TreeMap<>(facts.values());
    all.put(PROVENANCE, new Json.Elements(excerpt.provenance(proposal, kept)));
    return read(Json.Members.of(all));
  }

  /** Notes which records go, before anything that may refer to them is written. */
  private void drop(Record owner, String at) {
    for (Member member : RecordType.of(owner.getClass()).members()) {
      String path = at + member.name();
      Object value = member.in(owner);
      if (value instanceof Record inner && member.kind() instanceof ValueKind.Nested) {
        drop(inner, path + ".");
      } else if (isKeyed(member) && value instanceof Collection<?> list) {
        for (Object element : list) {
          Record each = (Record) element;
          if (!isKept(each, path)) {
            dropped.add(new Named(each.getClass(), key(each)));
          }
        }
      }
    }
  }

  private boolean isKept(Record element, String list) {
    String at = list + "[" + key(element) + "].";
    return RecordType.of(element.getClass()).members().stream()
        .filter(member -> !member.isUnstated(member.in(element)))
        .anyMatch(member -> keeps.test(at + member.name()));
  }

  private Json.Members members(Record owner, String at) {
    Json.Members whole = RecordWriter.json(owner);
    SortedMap<String, Json> kept = new TreeMap<>();
    for (Member member : RecordType.of(owner.getClass()).members()) {
      Json value = whole.values().get(member.name());
      if (value != null && !member.name().equals(PROVENANCE)) {
        member(owner, member, value, at + member.name())
            .ifPresent(json -> kept.put(member.name(), json));
      }
    }
    return Json.Members.of(kept);
  }

  private Optional<Json> member(Record owner, Member member, Json whole, String path) {
    Object value = member.in(owner);
    if (value instanceof Record inner && member.kind() instanceof ValueKind.Nested) {
      Json.Members kept = members(inner, path + ".");
      return kept.values().isEmpty() ? Optional.empty() : Optional.of(kept);
    }
    if (isKeyed(member) && value instanceof Collection<?> list) {
      List<Json> kept = elements(list, path);
      return kept.isEmpty() ? Optional.empty() : Optional.of(new Json.Elements(kept));
    }
    if (!member.isRequired() && !member.isKey() && !keeps.test(path)) {
      return Optional.empty();
    }
    return member.refersTo().isPresent()
        ? references(member.refersTo().get(), whole)
        : Optional.of(whole);
  }

  private List<Json> elements(Collection<?> list, String path) {
    List<Json> kept = new ArrayList<>();
    for (Object element : list) {
      Record each = (Record) element;
      if (!dropped.contains(new Named(each.getClass(), key(each)))) {
        kept.add(members(each, path + "[" + key(each) + "]."));
      }
    }
    return kept;
  }

  private Optional<Json> references(Class<?> type, Json whole) {
    if (whole instanceof Json.Elements several) {
      List<Json> kept = several.values().stream().filter(it -> isThere(type, it)).toList();
      return kept.isEmpty() ? Optional.empty() : Optional.of(new Json.Elements(kept));
    }
    return Optional.of(whole).filter(it -> isThere(type, it));
  }

  private boolean isThere(Class<?> type, Json key) {
    return !(key instanceof Json.Text text && dropped.contains(new Named(type, text.value())));
  }

  /** An entry that spoke only of what is gone would speak of everything, so it goes as well. */
  private List<Json> provenance(Proposal whole, Proposal kept) {
    FactPaths paths = FactPaths.of(kept);
    List<Json> entries = new ArrayList<>();
    for (Provenance entry : whole.provenance()) {
      SortedMap<String, Json> json = new TreeMap<>(RecordWriter.json(entry).values());
      List<Json> facts =
          entry.facts().stream()
              .filter(path -> paths.find(path) instanceof FactPaths.Value)
              .<Json>map(Json.Text::new)
              .toList();
      if (entry.facts().isEmpty() || !facts.isEmpty()) {
        json.computeIfPresent(FACTS, (name, all) -> new Json.Elements(facts));
        json.computeIfPresent(
            SOURCE, (name, source) -> references(Citation.class, source).orElse(null));
        entries.add(Json.Members.of(json));
      }
    }
    return entries;
  }

  private static boolean isKeyed(Member member) {
    return member.kind() instanceof ValueKind.Many many
        && many.element() instanceof ValueKind.Nested nested
        && nested.type().key().isPresent();
  }

  private static String key(Record element) {
    return RecordType.of(element.getClass()).keyOf(element).orElseThrow();
  }

  private static Proposal read(Json.Members json) {
    return ProposalReader.readRecorded("excerpt", json).orThrow();
  }
}
