package tribune.schema;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One member of a record type. Immutable and safe for use by several threads. */
public final class Member {
  private final String name;
  private final String doc;
  private final ValueKind kind;
  private final boolean required;
  private final boolean key;
  private final boolean path;
  private final @Nullable Class<? extends Record> refersTo;
  private final String owner;
  private final MethodHandle accessor;

  private Member(RecordComponent component, ValueKind kind) {
    Named named = component.getAnnotation(Named.class);
    this.name = named == null ? component.getName() : named.value();
    this.kind = kind;
    Doc text = component.getAnnotation(Doc.class);
    this.doc = text == null ? "" : text.value();
    this.required = component.isAnnotationPresent(Required.class);
    this.key = component.isAnnotationPresent(Key.class);
    this.path = component.isAnnotationPresent(Path.class);
    Refers refers = component.getAnnotation(Refers.class);
    this.refersTo = refers == null ? null : refers.value();
    this.owner = component.getDeclaringRecord().getSimpleName();
    this.accessor = Access.to(component);
    requireSound(component);
  }

  static Member of(RecordComponent component) {
    return new Member(component, MemberKinds.of(component));
  }

  /** Its name in documents; the same as in Java unless {@link Named} says otherwise. */
  public String name() {
    return name;
  }

  /** What it means, as a question or a description. */
  public String doc() {
    return doc;
  }

  public ValueKind kind() {
    return kind;
  }

  /** Whether it must be stated. */
  public boolean isRequired() {
    return required;
  }

  /** Whether it names its record within a list. */
  public boolean isKey() {
    return key;
  }

  /** Whether it holds paths of facts of the same document. */
  public boolean isPath() {
    return path;
  }

  /** The records whose keys it holds, if it does. */
  public Optional<Class<? extends Record>> refersTo() {
    return Optional.ofNullable(refersTo);
  }

  /** Its value in {@code record}; null if it is not stated and neither a list nor yes/no. */
  public @Nullable Object in(Record record) {
    return Access.read(accessor, record);
  }

  /** Whether {@code value} of this member states nothing: null, an empty list, UNSTATED. */
  public boolean isUnstated(@Nullable Object value) {
    if (value == null || (value instanceof Collection<?> list && list.isEmpty())) {
      return true;
    }
    return value.equals(unstated());
  }

  /** What a record holds where this member is not stated. */
  @Nullable Object unstated() {
    return kind.fold(
        single ->
            single.form() instanceof ChoiceForm<?> choice ? choice.unstated().orElse(null) : null,
        many -> many.order() == ValueKind.Order.SET ? Set.of() : List.of(),
        nested -> null,
        tree -> null);
  }

  @Override
  public String toString() {
    return owner + "." + name;
  }

  /**
   * A record type whose annotations contradict its types is a defect, found when it is first used.
   */
  private void requireSound(RecordComponent component) {
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    if (!required && !nullable && unstated() == null) {
      throw new IllegalArgumentException(this + " may be left out, so it must be @Nullable");
    }
    if (required && nullable) {
      throw new IllegalArgumentException(this + " is required, so it must not be @Nullable");
    }
    boolean textual =
        kind.fold(
            single -> single.type() == String.class,
            many -> many.element() instanceof ValueKind.Single<?> s && s.type() == String.class,
            nested -> false,
            tree -> false);
    if ((key || path || refersTo != null) && !textual) {
      throw new IllegalArgumentException(this + " holds names, so it must be text");
    }
  }
}
