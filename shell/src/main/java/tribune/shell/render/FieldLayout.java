package tribune.shell.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Labels in one column, their values in another. A label that is too long for the column has its
 * value on the next line.
 */
final class FieldLayout {

  private static final String GAP = "  ";
  private static final int LABEL_COLUMNS_AT_MOST = 28;
  private static final int VALUE_COLUMNS_AT_LEAST = 20;

  private final int labelColumns;
  private final int valueColumns;
  private final List<Text> lines = new ArrayList<>();

  private FieldLayout(int labelColumns, int valueColumns) {
    this.labelColumns = labelColumns;
    this.valueColumns = valueColumns;
  }

  static FieldLayout of(Block.Fields fields, int columns) {
    int labelColumns =
        fields.fields().stream()
            .mapToInt(field -> field.label().width())
            .filter(width -> width <= LABEL_COLUMNS_AT_MOST)
            .max()
            .orElse(0);
    int valueColumns = Math.max(VALUE_COLUMNS_AT_LEAST, columns - labelColumns - GAP.length());
    FieldLayout layout = new FieldLayout(labelColumns, valueColumns);
    fields.fields().forEach(layout::place);
    return layout;
  }

  List<Text> lines() {
    return lines;
  }

  private void place(Block.Field field) {
    Text label = field.label();
    if (field.value().isEmpty()) {
      lines.add(label);
      return;
    }
    if (label.width() > labelColumns) {
      lines.add(label);
      label = Text.NONE;
    }
    for (Text line : Wrap.lines(field.value(), valueColumns)) {
      String padding = " ".repeat(labelColumns - label.width());
      lines.add(label.and(padding + GAP).and(line));
      label = Text.NONE;
    }
  }
}
