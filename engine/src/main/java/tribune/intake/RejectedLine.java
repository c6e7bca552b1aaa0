package tribune.intake;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import tribune.document.Diagnostic;
import tribune.document.Node;

/**
 * A line of a file that was not imported, and why. Immutable.
 *
 * @param number of the line in its file, from 1
 * @param reasons at least one
 * @param tree what it states, if its form is sound
 * @param text the line as it was written; the beginning, if it is too long
 */
public record RejectedLine(int number, List<Diagnostic> reasons, Optional<Node> tree, String text) {
  public RejectedLine {
    reasons = List.copyOf(reasons);
    requireNonNull(tree, "tree");
    requireNonNull(text, "text");
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("line " + number + " is rejected without a reason");
    }
  }

  /** The reasons as people read them. */
  public List<String> texts() {
    return reasons.stream().map(Diagnostic::text).toList();
  }

  /**
   * The line as an object on one line: its number, the errors, and the proposal to be mended. This
   * can be imported: what stands beside the proposal is passed over. Of a line whose form is not
   * sound it has the text instead.
   */
  public String json() {
    StringBuilder json = new StringBuilder("{\"line\":").append(number).append(",\"errors\":[");
    for (int i = 0; i < reasons.size(); i++) {
      json.append(i == 0 ? "" : ",");
      JsonText.append(json, brief(reasons.get(i)));
    }
    json.append("],");
    if (tree.isPresent()) {
      JsonText.append(json.append("\"proposal\":"), tree.get());
    } else {
      JsonText.append(json.append("\"text\":"), text);
    }
    return json.append('}').toString();
  }

  private static String brief(Diagnostic reason) {
    String column = reason.place() == null ? "" : " at column " + reason.place().column();
    String label = reason.label().isEmpty() ? "" : ": " + reason.label();
    return reason.code().id() + column + ": " + reason.message() + label;
  }
}
