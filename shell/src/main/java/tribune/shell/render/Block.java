package tribune.shell.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A part of a report. A renderer says by a {@link Cases} how it prints each kind. */
public sealed interface Block {

  /** What is done with each kind of block. */
  interface Cases<R> {
    R heading(Heading heading);

    R fields(Fields fields);

    R table(Table table);

    R paragraph(Paragraph paragraph);

    R bullets(Bullets bullets);

    R verbatim(Verbatim verbatim);

    R conclusion(Conclusion conclusion);
  }

  <R> R fold(Cases<R> cases);

  /** The title of the blocks that follow it. */
  record Heading(Text title) implements Block {
    public static Heading of(String title) {
      return new Heading(Text.of(title));
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.heading(this);
    }
  }

  /** Labels, each with its value; also used for lists of terms with their meaning. */
  record Fields(List<Field> fields) implements Block {
    public Fields {
      fields = List.copyOf(fields);
    }

    public static Fields of(Field... fields) {
      return new Fields(List.of(fields));
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.fields(this);
    }
  }

  /** One label and its value. */
  record Field(Text label, Text value) {
    public static Field of(String label, String value) {
      return new Field(Text.of(label), Text.of(value));
    }

    public static Field of(String label, Text value) {
      return new Field(Text.of(label), value);
    }

    public static Field of(Text label, String value) {
      return new Field(label, Text.of(value));
    }
  }

  /**
   * Rows of cells under column titles. The last column is the one that wraps, so put the longest
   * text there.
   *
   * @param grouping how many columns on the left name a group of rows: where they are the same as
   *     in the row above, the table format leaves them blank; the others repeat them
   */
  record Table(List<Column> columns, int grouping, List<List<Text>> rows) implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      if (columns.isEmpty()) {
        throw new IllegalArgumentException("a table has at least one column");
      }
      if (grouping < 0 || grouping >= columns.size()) {
        throw new IllegalArgumentException(grouping + " columns cannot name groups of rows");
      }
      for (List<Text> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              "a row of " + row.size() + " cells in a table of " + columns.size() + " columns");
        }
      }
    }

    public Table(List<Column> columns, List<List<Text>> rows) {
      this(columns, 0, rows);
    }

    /** The rows with the names of groups only in the first row of each. */
    List<List<Text>> groupedRows() {
      List<List<Text>> grouped = new ArrayList<>();
      List<Text> above = List.of();
      for (List<Text> row : rows) {
        List<Text> names = row.subList(0, grouping);
        boolean goesOn =
            !above.isEmpty() && grouping > 0 && above.subList(0, grouping).equals(names);
        List<Text> shown = new ArrayList<>(row);
        if (goesOn) {
          shown.subList(0, grouping).replaceAll(name -> Text.NONE);
        }
        grouped.add(shown);
        above = row;
      }
      return grouped;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.table(this);
    }
  }

  /** The title of a column and the side its cells keep to. */
  record Column(String title, Side side) {

    /** Numbers keep to the right, words to the left. */
    public enum Side {
      LEFT,
      RIGHT
    }

    public static Column words(String title) {
      return new Column(title, Side.LEFT);
    }

    public static Column numbers(String title) {
      return new Column(title, Side.RIGHT);
    }
  }

  /** Running text, wrapped where there is a width. */
  record Paragraph(Text text) implements Block {
    public static Paragraph of(String text) {
      return new Paragraph(Text.of(text));
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.paragraph(this);
    }
  }

  /** A list of points. */
  record Bullets(List<Text> points) implements Block {
    public Bullets {
      points = List.copyOf(points);
    }

    public static Bullets of(String... points) {
      return new Bullets(Arrays.stream(points).map(Text::of).toList());
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.bullets(this);
    }
  }

  /** Lines printed as they are, never wrapped: a template, a rule's source, a diagnostic. */
  record Verbatim(List<String> lines) implements Block {
    public Verbatim {
      lines = lines.stream().map(Printable::line).toList();
    }

    /** The lines of a text; a line end at its end does not begin another line. */
    public static Verbatim of(String text) {
      return new Verbatim(text.lines().toList());
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.verbatim(this);
    }
  }

  /**
   * The line that matters most, such as the verdict: a word and what is said about it.
   *
   * @param word the answer in one word, shown in its tone
   * @param rest what follows it
   */
  record Conclusion(Text word, Text rest) implements Block {
    public static Conclusion of(String word, Tone tone, String rest) {
      return new Conclusion(Text.of(word, tone), Text.of(rest));
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.conclusion(this);
    }
  }
}
