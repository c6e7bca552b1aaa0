package tribune.schema;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;

/** What the value of a member is made of. */
public sealed interface ValueKind {
  <T> T fold(
      Function<Single<?>, T> single,
      Function<Many, T> many,
      Function<Nested, T> nested,
      Function<Tree, T> tree);

  /** What is to be written, in words. */
  default String description() {
    return fold(
        single -> single.form().description(),
        many -> "a list, each " + many.element().description(),
        nested -> nested.type().doc(),
        tree -> "anything");
  }

  /** The records it is made of, one or a list of them; empty if it is made of something else. */
  default Optional<RecordType<?>> records() {
    return fold(
        single -> Optional.empty(),
        many -> many.element().records(),
        nested -> Optional.of(nested.type()),
        tree -> Optional.empty());
  }

  /**
   * One value, written in one form.
   *
   * @param type the Java type of the values
   */
  record Single<V>(Class<V> type, ValueForm<V> form) implements ValueKind {
    public Single {
      requireNonNull(type, "type");
      requireNonNull(form, "form");
    }

    @Override
    public <T> T fold(
        Function<Single<?>, T> single,
        Function<Many, T> many,
        Function<Nested, T> nested,
        Function<Tree, T> tree) {
      return single.apply(this);
    }
  }

  /** How a list behaves. */
  enum Order {
    /** A {@link java.util.List}: values may repeat. */
    LIST,
    /** A {@link java.util.Set} in the order written: no value twice. */
    SET
  }

  /** A list of values of one kind; empty if nobody states it. */
  record Many(Order order, ValueKind element) implements ValueKind {
    public Many {
      requireNonNull(order, "order");
      requireNonNull(element, "element");
    }

    @Override
    public <T> T fold(
        Function<Single<?>, T> single,
        Function<Many, T> many,
        Function<Nested, T> nested,
        Function<Tree, T> tree) {
      return many.apply(this);
    }
  }

  /** A record. */
  record Nested(Class<? extends Record> recordClass) implements ValueKind {
    public Nested {
      requireNonNull(recordClass, "recordClass");
    }

    public RecordType<?> type() {
      return RecordType.of(recordClass);
    }

    @Override
    public <T> T fold(
        Function<Single<?>, T> single,
        Function<Many, T> many,
        Function<Nested, T> nested,
        Function<Tree, T> tree) {
      return nested.apply(this);
    }
  }

  /** Any part of a document, to be read by somebody else: a {@link tribune.document.Node}. */
  record Tree() implements ValueKind {
    @Override
    public <T> T fold(
        Function<Single<?>, T> single,
        Function<Many, T> many,
        Function<Nested, T> nested,
        Function<Tree, T> tree) {
      return tree.apply(this);
    }
  }
}
