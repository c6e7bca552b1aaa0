package tribune.trail.jdbc;

import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody may do to the tables of a trail past all rights and triggers: each column, rows
 * taken out, put in, copied and exchanged, and the head.
 */
final class TableAttacks {
  /** All of them, on every store. */
  static final List<Attack> ALL =
      Stream.of(RecordTableAttacks.ALL, ProofTableAttacks.ALL).flatMap(List::stream).toList();

  private TableAttacks() {}
}
