package tribune.trail.jdbc;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * One column of one row of the tables of a trail.
 *
 * @param key the primary key of the row, by column
 */
record Cell(String table, Map<String, Object> key, String column, Object value) {

  /** The columns of the primary key of each table; the head is attacked by name. */
  static final Map<String, List<String>> KEYS =
      Map.of(
          "record", List.of("seq"),
          "payload", List.of("seq"),
          "node", List.of("level", "idx"),
          "rulebase", List.of("sha256"),
          "rulebase_file", List.of("sha256", "path"),
          "decision", List.of("seq"),
          "finding", List.of("seq", "check_id"),
          "department", List.of("seq", "name"),
          "checkpoint", List.of("size"));

  /** Another value of the same kind: a bit, a character or a number. */
  Object changed(SplittableRandom random) {
    if (value instanceof byte[] bytes) {
      return bytes.length == 0
          ? new byte[] {1}
          : Flips.flipped(bytes, random.nextInt(8 * bytes.length));
    }
    if (value instanceof String text) {
      return changed(text, random);
    }
    long number = ((Number) value).longValue();
    long other = number + random.nextInt(1, 12) * (random.nextBoolean() ? 1 : -1);
    return value instanceof Integer ? (Object) (int) other : (Object) other;
  }

  private static String changed(String text, SplittableRandom random) {
    int at = text.isEmpty() ? 0 : random.nextInt(text.length());
    char other = (char) random.nextInt(' ', 0x7f);
    if (!text.isEmpty() && text.charAt(at) == other) {
      other = other == 'x' ? 'y' : 'x';
    }
    return text.substring(0, at) + other + text.substring(Math.min(text.length(), at + 1));
  }

  /**
   * The first record that is bad once this holds that.
   *
   * @param size of the trail
   * @param isIndex whether a journal says which checkpoints there have to be
   */
  long firstBad(Object changed, long size, boolean isIndex) {
    return switch (table) {
      case "node" -> ((number("idx") + 1) << number("level")) - 1;
      case "rulebase", "rulebase_file" -> 1;
      case "checkpoint" ->
          column.equals("size") && !isIndex
              ? ((Number) changed).longValue() - 1
              : number("size") - 1;
      default -> {
        long seq = number("seq");
        long moved = column.equals("seq") ? ((Number) changed).longValue() : seq;
        yield moved >= 0 && moved < size ? Math.min(seq, moved) : seq;
      }
    };
  }

  private long number(String name) {
    return ((Number) key.get(name)).longValue();
  }

  @Override
  public String toString() {
    return table + "." + column + " of " + shown(key.values().toArray());
  }

  static String shown(Object... values) {
    return Arrays.deepToString(values);
  }
}
