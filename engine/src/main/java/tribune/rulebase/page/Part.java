package tribune.rulebase.page;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A part of a page. */
public sealed interface Part {
  <T> T fold(
      Function<Paragraph, T> paragraph,
      Function<Points, T> points,
      Function<Terms, T> terms,
      Function<Grid, T> grid,
      Function<Code, T> code);

  static Part paragraph(String text) {
    return new Paragraph(Words.of(text));
  }

  static Part points(List<String> texts) {
    return new Points(texts.stream().map(Words::of).toList());
  }

  /** Running text. */
  record Paragraph(Words words) implements Part {
    public Paragraph {
      requireNonNull(words, "words");
    }

    @Override
    public <T> T fold(
        Function<Paragraph, T> paragraph,
        Function<Points, T> points,
        Function<Terms, T> terms,
        Function<Grid, T> grid,
        Function<Code, T> code) {
      return paragraph.apply(this);
    }
  }

  /** A list. */
  record Points(List<Words> points) implements Part {
    public Points {
      points = List.copyOf(points);
    }

    @Override
    public <T> T fold(
        Function<Paragraph, T> paragraph,
        Function<Points, T> points,
        Function<Terms, T> terms,
        Function<Grid, T> grid,
        Function<Code, T> code) {
      return points.apply(this);
    }
  }

  /** Terms, and what is said of each. */
  record Terms(List<Term> terms) implements Part {
    public Terms {
      terms = List.copyOf(terms);
    }

    static Terms of(Term... terms) {
      return new Terms(Arrays.asList(terms));
    }

    @Override
    public <T> T fold(
        Function<Paragraph, T> paragraph,
        Function<Points, T> points,
        Function<Terms, T> terms,
        Function<Grid, T> grid,
        Function<Code, T> code) {
      return terms.apply(this);
    }
  }

  /** One term. */
  record Term(Words term, Words meaning) {
    public Term {
      requireNonNull(term, "term");
      requireNonNull(meaning, "meaning");
    }

    static Term of(String term, String meaning) {
      return new Term(Words.of(term), Words.of(meaning));
    }

    static Term of(String term, Words meaning) {
      return new Term(Words.of(term), meaning);
    }
  }

  /**
   * A table.
   *
   * @param grouping how many columns on the left name a group of rows
   * @param rows each with as many cells as there are columns
   */
  record Grid(List<String> columns, int grouping, List<List<Words>> rows) implements Part {
    public Grid {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      int width = columns.size();
      if (width == 0 || rows.stream().anyMatch(row -> row.size() != width)) {
        throw new IllegalArgumentException("a row that does not fit the columns " + columns);
      }
    }

    @Override
    public <T> T fold(
        Function<Paragraph, T> paragraph,
        Function<Points, T> points,
        Function<Terms, T> terms,
        Function<Grid, T> grid,
        Function<Code, T> code) {
      return grid.apply(this);
    }
  }

  /**
   * Lines to be shown as they are.
   *
   * @param language such as {@code yaml}
   */
  record Code(String language, String text) implements Part {
    public Code {
      requireNonNull(language, "language");
      requireNonNull(text, "text");
    }

    @Override
    public <T> T fold(
        Function<Paragraph, T> paragraph,
        Function<Points, T> points,
        Function<Terms, T> terms,
        Function<Grid, T> grid,
        Function<Code, T> code) {
      return code.apply(this);
    }
  }
}
