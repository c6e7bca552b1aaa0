package tribune.schema;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a record class looks like in a document: its members in order, and how each is written. Made
 * once for each class; a class that cannot be written is refused with an {@link
 * IllegalArgumentException}. Immutable and safe for use by several threads.
 *
 * @param <R> the record class
 */
public final class RecordType<R extends Record> {
  private static final ClassValue<RecordType<?>> KNOWN =
      new ClassValue<>() {
        @Override
        protected RecordType<?> computeValue(Class<?> type) {
          return new RecordType<>(type.asSubclass(Record.class));
        }
      };

  private final Class<R> recordClass;
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final MethodHandle constructor;

  private RecordType(Class<R> recordClass) {
    this.recordClass = recordClass;
    for (RecordComponent component : recordClass.getRecordComponents()) {
      Member member = Member.of(component);
      members.put(member.name(), member);
    }
    this.constructor = Access.to(recordClass);
    if (members.values().stream().filter(Member::isKey).count() > 1) {
      throw new IllegalArgumentException(recordClass + " has more than one @Key");
    }
  }

  @SuppressWarnings("unchecked") // the map holds for each class the type of that class
  public static <R extends Record> RecordType<R> of(Class<R> recordClass) {
    return (RecordType<R>) KNOWN.get(recordClass);
  }

  public Class<R> recordClass() {
    return recordClass;
  }

  /** The simple name of the class. */
  public String name() {
    return recordClass.getSimpleName();
  }

  /** What the record means. */
  public String doc() {
    Doc doc = recordClass.getAnnotation(Doc.class);
    return doc == null ? name() : doc.value();
  }

  public List<Member> members() {
    return List.copyOf(members.values());
  }

  public Optional<Member> member(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /**
   * The member that a path leads to, such as {@code departments.state}; lists on the way are
   * stepped through.
   */
  public Optional<Member> at(String path) {
    String[] steps = path.split("\\.", 2);
    Optional<Member> first = member(steps[0]);
    return steps.length == 1
        ? first
        : first.flatMap(member -> member.kind().records()).flatMap(type -> type.at(steps[1]));
  }

  /** The names of all members, in order. */
  public List<String> memberNames() {
    return List.copyOf(members.keySet());
  }

  /** The member that names a record within its list, if there is one. */
  public Optional<Member> key() {
    return members.values().stream().filter(Member::isKey).findFirst();
  }

  /** What names {@code owner} within its list, if there is a key and it is stated. */
  public Optional<String> keyOf(Record owner) {
    return key().map(member -> (String) member.in(owner));
  }

  /** Whether no member of {@code owner} is stated. */
  public boolean statesNothing(Record owner) {
    return members.values().stream().allMatch(member -> member.isUnstated(member.in(owner)));
  }

  /**
   * The record of these values, in the order of the members.
   *
   * @throws IllegalArgumentException if the record refuses them; the message says why
   */
  R create(List<@Nullable Object> values) {
    return recordClass.cast(Access.create(constructor, values));
  }
}
