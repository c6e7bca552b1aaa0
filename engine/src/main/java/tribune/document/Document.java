package tribune.document;

import static java.util.Objects.requireNonNull;

/**
 * A YAML or JSON text read into a tree.
 *
 * @param root what the whole text states
 */
public record Document(Source source, Node root) {
  public Document {
    requireNonNull(source, "source");
    requireNonNull(root, "root");
  }
}
