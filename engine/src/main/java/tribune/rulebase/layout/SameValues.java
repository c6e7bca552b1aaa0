package tribune.rulebase.layout;

import java.util.List;
import tribune.document.Node;

/** Whether two trees state the same, wherever their parts stand. */
final class SameValues {
  private SameValues() {}

  static boolean are(Node one, Node other) {
    return one.fold(
        scalar ->
            other instanceof Node.Scalar it
                && it.text().equals(scalar.text())
                && it.style() == scalar.style(),
        sequence -> other instanceof Node.Sequence it && are(sequence.elements(), it.elements()),
        mapping ->
            other instanceof Node.Mapping it
                && are(names(mapping), names(it))
                && are(values(mapping), values(it)));
  }

  private static boolean are(List<Node> ones, List<Node> others) {
    if (ones.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < ones.size(); i++) {
      if (!are(ones.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<Node> names(Node.Mapping mapping) {
    return mapping.entries().stream().<Node>map(Node.Entry::key).toList();
  }

  private static List<Node> values(Node.Mapping mapping) {
    return mapping.entries().stream().map(Node.Entry::value).toList();
  }
}
