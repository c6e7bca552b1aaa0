package tribune.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tribune.document.Json;

/**
 * Writes a record so that reading it gives an equal record: every value in the one form of its
 * kind, and nothing for what is not stated.
 */
public final class RecordWriter {
  private RecordWriter() {}

  public static Json.Members json(Record owner) {
    TreeMap<String, Json> members = new TreeMap<>();
    for (Member member : RecordType.of(owner.getClass()).members()) {
      Object value = member.in(owner);
      if (value != null && !statesNothing(member, value)) {
        members.put(member.name(), json(member.kind(), value));
      }
    }
    return Json.Members.owning(members);
  }

  /** One value as people write it; a list with commas, a record by its key. */
  public static String text(Member member, @Nullable Object value) {
    if (value == null || member.isUnstated(value)) {
      return "unstated";
    }
    return text(member.kind(), value);
  }

  private static boolean statesNothing(Member member, Object value) {
    if (value instanceof Record inner && member.kind() instanceof ValueKind.Nested nested) {
      return nested.type().statesNothing(inner);
    }
    return member.isUnstated(value);
  }

  private static Json json(ValueKind kind, Object value) {
    return kind.fold(
        single -> json(single, value),
        many -> elements(many, (Collection<?>) value),
        nested -> json((Record) value),
        tree -> {
          throw new IllegalArgumentException("a tree that is read by others is written by them");
        });
  }

  private static <V> Json json(ValueKind.Single<V> single, Object value) {
    return single.form().json(single.type().cast(value));
  }

  private static Json elements(ValueKind.Many many, Collection<?> values) {
    List<Json> elements = new ArrayList<>();
    values.forEach(value -> elements.add(json(many.element(), value)));
    return new Json.Elements(elements);
  }

  private static String text(ValueKind kind, Object value) {
    return kind.fold(
        single -> text(single, value),
        many ->
            String.join(
                ", ", ((Collection<?>) value).stream().map(v -> text(many.element(), v)).toList()),
        nested -> nested.type().keyOf((Record) value).orElse(nested.type().name()),
        tree -> "...");
  }

  private static <V> String text(ValueKind.Single<V> single, Object value) {
    return single.form().write(single.type().cast(value));
  }
}
