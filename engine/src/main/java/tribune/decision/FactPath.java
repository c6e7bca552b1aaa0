package tribune.decision;

import java.util.Collection;
import java.util.List;
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
 * Finds what a path names in a proposal: a section ({@code departments}), a record of it ({@code
 * evidence[E1]}), or a member ({@code decision.reach}, {@code evidence[E1].sampleSize}).
 */
public final class FactPath {
  private FactPath() {}

  /** What came of looking for a path. */
  public sealed interface Found {
    <T> T fold(Function<Value, T> value, Function<Nothing, T> nothing);
  }

  /**
   * The path names a member.
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

  public static Found find(Proposal proposal, String path) {
    return inRecord(proposal, RecordType.of(Proposal.class), "", path);
  }

  private static Found inRecord(
      @Nullable Record owner, RecordType<?> type, String before, String rest) {
    String name = rest.split("[.\\[]", 2)[0];
    Optional<Member> member = type.member(name);
    String after = rest.substring(name.length());
    if (member.isEmpty()) {
      return nothing(name, before, after, type.memberNames());
    }
    Object value = owner == null ? null : member.get().in(owner);
    if (after.isEmpty()) {
      return new Value(member.get(), value);
    }
    String here = before + name;
    if (after.startsWith("[") && value instanceof Collection<?> list) {
      return inList(member.get(), list, here, after);
    }
    if (after.startsWith(".") && member.get().kind() instanceof ValueKind.Nested nested) {
      return inRecord((Record) value, nested.type(), here + ".", after.substring(1));
    }
    return new Nothing(after, Optional.of(here), List.of());
  }

  /** Keys may hold any character, so the longest key that fits is taken. */
  private static Found inList(Member member, Collection<?> list, String before, String after) {
    List<Record> records =
        list.stream().flatMap(e -> e instanceof Record r ? Stream.of(r) : Stream.empty()).toList();
    String longest = "";
    @Nullable Record found = null;
    for (Record owner : records) {
      String key = "[" + RecordType.of(owner.getClass()).keyOf(owner).orElse("") + "]";
      if (after.startsWith(key) && key.length() > longest.length()) {
        longest = key;
        found = owner;
      }
    }
    if (found == null) {
      int end = after.lastIndexOf(']');
      String wanted = after.substring(1, end < 0 ? after.length() : end);
      String rest = end < 0 ? "" : after.substring(end + 1);
      return nothing(wanted, before + "[", "]" + rest, keys(records));
    }
    String rest = after.substring(longest.length());
    if (rest.isEmpty()) {
      return new Value(member, found);
    }
    if (rest.startsWith(".")) {
      RecordType<?> type = RecordType.of(found.getClass());
      return inRecord(found, type, before + longest + ".", rest.substring(1));
    }
    return new Nothing(rest, Optional.of(before + longest), List.of());
  }

  private static Nothing nothing(String wanted, String before, String after, List<String> known) {
    Optional<String> nearest = NearestName.to(wanted, known).map(name -> before + name + after);
    return new Nothing(wanted, nearest, known);
  }

  private static List<String> keys(List<Record> records) {
    return records.stream()
        .flatMap(owner -> RecordType.of(owner.getClass()).keyOf(owner).stream())
        .toList();
  }
}
