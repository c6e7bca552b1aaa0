package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static tribune.trail.jdbc.TrailContract.assertSound;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import tribune.trail.Trail;

/** Changes single cells of the tables of an open trail at random, and has it verified. */
final class CellFlips implements AutoCloseable {
  private final Connection connection;
  private final Trail trail;
  private final boolean isIndex;
  private int refused;

  /**
   * @param connection of somebody who may do everything
   */
  CellFlips(Connection connection, Trail trail, boolean isIndex) {
    this.connection = connection;
    this.trail = trail;
    this.isIndex = isIndex;
  }

  void run(int times) throws SQLException {
    SplittableRandom random = Flips.random();
    List<Cell> cells = cells();
    for (int round = 0; round < times; round++) {
      Cell cell = cells.get(random.nextInt(cells.size()));
      Object changed = cell.changed(random);
      String where = Flips.at(round, cell + " set to " + Cell.shown(changed));
      if (update(cell, cell.key(), changed)) {
        Optional<Noticed> noticed = Noticed.inOpen(trail);
        assertThat(noticed).as(where).isPresent();
        assertThat(noticed.get().first().seq())
            .as("%s: %s", where, noticed)
            .hasValue(cell.firstBad(changed, trail.head().size(), isIndex));
        Map<String, Object> key = new LinkedHashMap<>(cell.key());
        key.computeIfPresent(cell.column(), (column, before) -> changed);
        assertThat(update(cell, key, cell.value())).as(where).isTrue();
      }
    }
    assertSound(trail);
    System.out.println(
        times
            + " changes of cells: "
            + (times - refused)
            + " found, "
            + refused
            + " refused by the database");
  }

  private List<Cell> cells() throws SQLException {
    List<Cell> cells = new ArrayList<>();
    for (var table : new TreeMap<>(Cell.KEYS).entrySet()) {
      try (PreparedStatement select =
              connection.prepareStatement("SELECT * FROM " + table.getKey());
          ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Map<String, Object> key = new LinkedHashMap<>();
          for (String column : table.getValue()) {
            key.put(column, rows.getObject(column));
          }
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            String column = rows.getMetaData().getColumnLabel(i).toLowerCase(java.util.Locale.ROOT);
            cells.add(new Cell(table.getKey(), key, column, rows.getObject(i)));
          }
        }
      }
    }
    return cells;
  }

  /** Whether the database let it happen: it refuses a key that is there, or a length. */
  private boolean update(Cell cell, Map<String, Object> key, Object value) throws SQLException {
    String statement =
        "UPDATE "
            + cell.table()
            + " SET "
            + cell.column()
            + " = ? WHERE "
            + String.join(" = ? AND ", key.keySet())
            + " = ?";
    try (PreparedStatement update = connection.prepareStatement(statement)) {
      update.setObject(1, value);
      int parameter = 2;
      for (Object part : key.values()) {
        update.setObject(parameter, part);
        parameter++;
      }
      assertThat(update.executeUpdate()).as(statement).isEqualTo(1);
      return true;
    } catch (SQLException e) {
      if (!e.getSQLState().startsWith("23")) {
        throw e;
      }
      refused++;
      return false;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
