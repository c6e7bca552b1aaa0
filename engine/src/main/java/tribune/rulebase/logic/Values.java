package tribune.rulebase.logic;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A set of values that are not null: any, some words, or numbers between bounds. */
public sealed interface Values {
  /** Everything but null. */
  Values ANY = new Words(Words.Listed.OUT, Set.of());

  /** Nothing. */
  Values NONE = new Words(Words.Listed.IN, Set.of());

  /** All others. */
  Values complement();

  /** What is in both; never less than that. */
  Values and(Values other);

  boolean isEmpty();

  /**
   * Words: constants of enums, texts, true and false.
   *
   * @param listed whether the words are all there is, or all there is not
   */
  record Words(Listed listed, Set<Word> words) implements Values {

    /** What a list of words says of them. */
    public enum Listed {
      IN,
      OUT
    }

    public Words {
      words = Set.copyOf(words);
    }

    public static Words of(Set<Word> words) {
      return new Words(Listed.IN, words);
    }

    @Override
    public Values complement() {
      return new Words(listed == Listed.IN ? Listed.OUT : Listed.IN, words);
    }

    @Override
    public Values and(Values other) {
      if (!(other instanceof Words that)) {
        return isEmpty() ? this : other;
      }
      if (listed == Listed.OUT && that.listed == Listed.OUT) {
        Set<Word> both = new HashSet<>(words);
        both.addAll(that.words);
        return new Words(Listed.OUT, both);
      }
      Words some = listed == Listed.IN ? this : that;
      Words rest = listed == Listed.IN ? that : this;
      Set<Word> both = new HashSet<>(some.words);
      both.removeIf(word -> rest.words.contains(word) != (rest.listed == Listed.IN));
      return new Words(Listed.IN, both);
    }

    /** Leaving out words empties a set only if they are all that there are of their kind. */
    @Override
    public boolean isEmpty() {
      return listed == Listed.IN
          ? words.isEmpty()
          : words.stream().anyMatch(word -> word.isOneOfFew() && words.containsAll(word.kind()));
    }
  }

  /** Numbers within any of these spans. */
  record Numbers(List<Span> spans) implements Values {
    public Numbers {
      spans = List.copyOf(spans);
    }

    @Override
    public Values complement() {
      Values rest = new Numbers(List.of(Span.ALL));
      for (Span span : spans) {
        rest = rest.and(new Numbers(span.outside()));
      }
      return rest;
    }

    @Override
    public Values and(Values other) {
      if (!(other instanceof Numbers that)) {
        return other.isEmpty() ? other : this;
      }
      List<Span> both = new ArrayList<>();
      for (Span mine : spans) {
        that.spans.forEach(its -> both.add(mine.and(its)));
      }
      return new Numbers(both.stream().filter(span -> !span.isEmpty()).toList());
    }

    @Override
    public boolean isEmpty() {
      return spans.isEmpty();
    }
  }

  /** A bound of a span: a number, and whether the span holds the number itself. */
  record Bound(BigDecimal number, Reach reach) {
    /** Whether a bound belongs to what it bounds. */
    public enum Reach {
      INCLUDED,
      EXCLUDED;

      private Reach other() {
        return this == INCLUDED ? EXCLUDED : INCLUDED;
      }
    }

    private Bound opposite() {
      return new Bound(number, reach.other());
    }
  }

  /** Numbers between two bounds; a list without a bound is open on that side. */
  record Span(List<Bound> from, List<Bound> to) {
    static final Span ALL = new Span(List.of(), List.of());

    public Span {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }

    static Span only(BigDecimal number) {
      Bound bound = new Bound(number, Bound.Reach.INCLUDED);
      return new Span(List.of(bound), List.of(bound));
    }

    static Span from(BigDecimal number, Bound.Reach reach) {
      return new Span(List.of(new Bound(number, reach)), List.of());
    }

    static Span to(BigDecimal number, Bound.Reach reach) {
      return new Span(List.of(), List.of(new Bound(number, reach)));
    }

    private Span and(Span other) {
      return new Span(
          Stream.concat(from.stream(), other.from.stream()).toList(),
          Stream.concat(to.stream(), other.to.stream()).toList());
    }

    private boolean isEmpty() {
      return from.stream().anyMatch(low -> to.stream().anyMatch(high -> excludes(low, high)));
    }

    private static boolean excludes(Bound low, Bound high) {
      int order = low.number().compareTo(high.number());
      boolean meet = low.reach() == Bound.Reach.INCLUDED && high.reach() == Bound.Reach.INCLUDED;
      return order > 0 || (order == 0 && !meet);
    }

    private List<Span> outside() {
      return Stream.concat(
              from.stream().map(low -> new Span(List.of(), List.of(low.opposite()))),
              to.stream().map(high -> new Span(List.of(high.opposite()), List.of())))
          .toList();
    }
  }

  /**
   * A word.
   *
   * @param others all words of its kind if there are few, such as those of an enum; empty if not
   */
  record Word(String text, Set<String> others) {
    public Word {
      others = Set.copyOf(others);
    }

    private boolean isOneOfFew() {
      return !others.isEmpty();
    }

    private Set<Word> kind() {
      Set<Word> all = new HashSet<>();
      new TreeSet<>(others).forEach(other -> all.add(new Word(other, others)));
      return all;
    }
  }
}
