package tribune.schema;

import java.util.Optional;
import tribune.document.Node;
import tribune.document.Place;

/**
 * One record of a document.
 *
 * @param path how messages name it, such as {@code evidence[E1]}; empty for the whole document
 * @param node where it stands
 */
public record Part<T extends Record>(T value, RecordType<?> type, String path, Node.Mapping node) {
  /** The place of a member's value; that of the record, if the member is not written. */
  public Place place(String member) {
    return node.get(member).map(Node::place).orElse(node.place());
  }

  /** The place of one value of a member that is a list. */
  public Place place(String member, int index) {
    Optional<Node> list = node.get(member);
    if (list.isPresent()
        && list.get() instanceof Node.Sequence sequence
        && index < sequence.elements().size()) {
      return sequence.elements().get(index).place();
    }
    return place(member);
  }

  /** How messages name a member. */
  public String path(String member) {
    return path.isEmpty() ? member : path + "." + member;
  }

  <U extends Record> Optional<Part<U>> as(Class<U> wanted) {
    return wanted.isInstance(value)
        ? Optional.of(new Part<>(wanted.cast(value), type, path, node))
        : Optional.empty();
  }
}
