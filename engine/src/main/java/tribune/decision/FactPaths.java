package tribune.decision;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tribune.document.NearestName;
import tribune.schema.Member;
import tribune.schema.RecordType;
import tribune.schema.RecordWriter;
import tribune.schema.ValueKind;

/**
 * What paths name in a proposal: a section ({@code departments}), a record of it ({@code
 * evidence[E1]}), or a member ({@code decision.reach}, {@code evidence[E1].sampleSize}). Sections
 * that are not stated have paths too. Immutable.
 */
public final class FactPaths {
  private final Proposal proposal;
  private final Map<String, Place> places = new HashMap<>();

  private FactPaths(Proposal proposal) {
    this.proposal = proposal;
    addInner("", RecordType.of(Proposal.class), proposal);
  }

  public static FactPaths of(Proposal proposal) {
    return new FactPaths(proposal);
  }

  /**
   * The path without the keys of records: {@code evidence.sampleSize} for {@code
   * evidence[E1].sampleSize}. Keys may hold any character, brackets and points too.
   */
  public static String withoutKeys(String path) {
    int open = path.indexOf('[');
    return open < 0 ? path : path.substring(0, open) + path.substring(path.lastIndexOf(']') + 1);
  }

  /** What came of looking for a path. */
  public sealed interface Found {
    <T> T fold(Function<Value, T> value, Function<Nothing, T> nothing);
  }

  /**
   * The path names a member, or a record of a member that is a list.
   *
   * @param value what it holds; null, empty or UNSTATED if it is not stated
   */
  public record Value(Member member, @Nullable Object value) implements Found {
    @Override
    public <T> T fold(Function<Value, T> found, Function<Nothing, T> nothing) {
      return found.apply(this);
    }

    /** The value as people write it. */
    public String text() {
      return value instanceof Record owner && member.kind() instanceof ValueKind.Many
          ? RecordType.of(owner.getClass()).keyOf(owner).orElse(member.name())
          : RecordWriter.text(member, value);
    }
  }

  /**
   * The path names nothing.
   *
   * @param part the first part of it that is unknown
   * @param nearest the whole path that was probably meant
   * @param known what could stand in place of {@code part}
   */
  public record Nothing(String part, Optional<String> nearest, List<String> known)
      implements Found {
    public Nothing {
      known = List.copyOf(known);
    }

    @Override
    public <T> T fold(Function<Value, T> found, Function<Nothing, T> nothing) {
      return nothing.apply(this);
    }
  }

  /** A record, or the place where one would be. */
  private record Place(Member member, RecordType<?> type, @Nullable Record owner) {}

  /** Keys may hold any character, so the longest path of a record that fits is taken. */
  public Found find(String path) {
    for (int end = path.length(); end > 0; end--) {
      boolean boundary = end == path.length() || path.charAt(end) == '.' || path.charAt(end) == '[';
      Place place = boundary ? places.get(path.substring(0, end)) : null;
      if (place != null) {
        return end == path.length()
            ? new Value(place.member(), place.owner())
            : inRecord(place, path.substring(0, end), path.substring(end));
      }
    }
    return inMember(RecordType.of(Proposal.class), proposal, "", path);
  }

  private void addInner(String at, RecordType<?> type, @Nullable Record owner) {
    for (Member member : type.members()) {
      Object value = owner == null ? null : member.in(owner);
      String path = at.isEmpty() ? member.name() : at + "." + member.name();
      if (member.kind() instanceof ValueKind.Nested nested) {
        add(path, new Place(member, nested.type(), (Record) value));
      }
      if (value instanceof Collection<?> list) {
        list.forEach(element -> addElement(path, member, element));
      }
    }
  }

  private void addElement(String path, Member member, Object element) {
    if (element instanceof Record owner) {
      RecordType<?> type = RecordType.of(owner.getClass());
      type.keyOf(owner)
          .ifPresent(key -> add(path + "[" + key + "]", new Place(member, type, owner)));
    }
  }

  private void add(String path, Place place) {
    if (places.putIfAbsent(path, place) == null) {
      addInner(path, place.type(), place.owner());
    }
  }

  private static Found inRecord(Place place, String before, String after) {
    return after.startsWith(".")
        ? inMember(place.type(), place.owner(), before + ".", after.substring(1))
        : new Nothing(after, Optional.of(before), List.of());
  }

  private static Found inMember(
      RecordType<?> type, @Nullable Record owner, String before, String rest) {
    String name = rest.split("[.\\[]", 2)[0];
    String after = rest.substring(name.length());
    Optional<Member> member = type.member(name);
    if (member.isEmpty()) {
      return nothing(name, before, after, type.memberNames());
    }
    Object value = owner == null ? null : member.get().in(owner);
    if (after.isEmpty()) {
      return new Value(member.get(), value);
    }
    if (after.startsWith("[") && value instanceof Collection<?> list) {
      int end = after.lastIndexOf(']');
      String key = after.substring(1, end < 0 ? after.length() : end);
      String tail = end < 0 ? "" : after.substring(end + 1);
      return nothing(key, before + name + "[", tail.startsWith(".") ? "]" + tail : "]", keys(list));
    }
    return new Nothing(after, Optional.of(before + name), List.of());
  }

  private static Nothing nothing(String part, String before, String after, List<String> known) {
    Optional<String> nearest = NearestName.to(part, known).map(name -> before + name + after);
    return new Nothing(part, nearest, known);
  }

  private static List<String> keys(Collection<?> list) {
    return list.stream()
        .limit(NearestName.MOST_NAMES)
        .flatMap(
            element ->
                element instanceof Record owner
                    ? RecordType.of(owner.getClass()).keyOf(owner).stream()
                    : Stream.empty())
        .toList();
  }
}
