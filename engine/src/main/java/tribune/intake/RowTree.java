package tribune.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tribune.document.Node;
import tribune.document.Place;

/** Builds the tree of a proposal from the cells of a row. A blank cell states nothing. */
final class RowTree {
  private final Map<String, RowTree> members = new LinkedHashMap<>();
  private final Map<Integer, RowTree> entries = new TreeMap<>();
  private Node.@Nullable Scalar value;

  private RowTree() {}

  /**
   * The tree of a row.
   *
   * @param cells as many as columns
   */
  static Node of(List<Column> columns, List<Node.Scalar> cells) {
    RowTree root = new RowTree();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).text().isBlank()) {
        root.put(columns.get(i), cells.get(i));
      }
    }
    return root.node(cells.get(0).place());
  }

  private void put(Column column, Node.Scalar cell) {
    RowTree at = this;
    for (Column.Step step : column.steps()) {
      at = at.members.computeIfAbsent(step.member(), name -> new RowTree());
      if (step.entry().isPresent()) {
        at = at.entries.computeIfAbsent(step.entry().getAsInt(), entry -> new RowTree());
      }
    }
    at.value = cell;
  }

  /** What has no place of its own stands where the row begins. */
  private Node node(Place start) {
    if (value != null) {
      return value;
    }
    if (!entries.isEmpty()) {
      List<Node> elements = new ArrayList<>();
      entries.values().forEach(entry -> elements.add(entry.node(start)));
      return new Node.Sequence(elements, elements.get(0).place());
    }
    List<Node.Entry> stated = new ArrayList<>();
    members.forEach(
        (name, member) -> {
          Node node = member.node(start);
          Node.Scalar key = new Node.Scalar(name, Node.Style.PLAIN, node.place());
          stated.add(new Node.Entry(key, node));
        });
    Place place = stated.isEmpty() ? start : stated.get(0).value().place();
    return new Node.Mapping(stated, place);
  }
}
