package tribune.trail.jdbc;

import java.util.List;

/**
 * One thing that somebody does behind the back of a trail of nine records, of which the last is
 * number 8, and what has to come of it.
 *
 * @param name for people
 * @param where to what it is done
 * @param by who notices first
 * @param firstBad the record that has to be named
 * @param change what is done
 */
record Attack(String name, Where where, By by, long firstBad, Change change) {

  /** To what it is done. */
  enum Where {
    /** To tables as they are in every store. */
    TABLES,
    /** To what only the index of a home has, or only there can be done. */
    INDEX,
    /** The same for a database. */
    DATABASE,
    /** To the journal of a home. */
    JOURNAL
  }

  /** Who notices first. */
  enum By {
    /** Whoever opens the trail: it is refused. */
    OPENING,
    /** {@code trail verify}, of a trail that could be opened. */
    VERIFY,
    /** The one or the other, depending on the store. */
    EITHER
  }

  /** What is done. */
  interface Change {
    /** Returns how much was changed; nothing is a mistake in the attack. */
    int in(TestStore store) throws Exception;
  }

  /**
   * A statement that changes tables, in words that all databases know.
   *
   * @param parameters what stands for its question marks
   */
  static Attack sql(
      String name, Where where, By by, long firstBad, String statement, Object... parameters) {
    return new Attack(
        name, where, by, firstBad, store -> store.forge(statement, parameters.clone()));
  }

  /** Those that concern one of these. */
  static List<Attack> on(List<Attack> all, Where... wanted) {
    return all.stream().filter(attack -> List.of(wanted).contains(attack.where())).toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
