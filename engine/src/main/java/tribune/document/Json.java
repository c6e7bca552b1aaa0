package tribune.document;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A JSON value in the restricted profile that records use: objects with keys of the form {@code
 * [a-z][A-Za-z0-9]*}, arrays, text in Unicode NFC, and whole numbers up to 2^53-1. There is no null
 * (an unstated member is left out) and no fraction (decimals, times and yes/no are text), so that
 * every value has exactly one canonical form (RFC 8785).
 *
 * <p>Values are immutable and safe for use by several threads.
 */
public sealed interface Json {

  /** An object; its members are kept in the order of RFC 8785, by UTF-16 code units of the key. */
  final class Members implements Json {
    private final SortedMap<String, Json> values;

    private Members(SortedMap<String, Json> values) {
      this.values = Collections.unmodifiableSortedMap(values);
    }

    /** Members that are copied: whoever hands them in may go on changing them. */
    public static Members of(Map<String, ? extends Json> values) {
      return new Members(new TreeMap<>(values));
    }

    /**
     * Members of a map that nobody changes from here on, without a copy: records are put together
     * and taken apart by the million.
     */
    @SuppressWarnings("NonApiType") // another map might have another order
    public static Members owning(TreeMap<String, Json> values) {
      return new Members(values);
    }

    /** Cannot be changed. */
    public SortedMap<String, Json> values() {
      return values;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Members that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
      return values.hashCode();
    }

    @Override
    public String toString() {
      return "Members" + values;
    }
  }

  /** An array; the order of its elements is part of its meaning. */
  record Elements(List<Json> values) implements Json {
    public Elements {
      values = List.copyOf(values);
    }
  }

  /** A string. */
  record Text(String value) implements Json {
    public Text {
      requireNonNull(value, "value");
    }
  }

  /** A whole number between -(2^53-1) and 2^53-1, the range in which every JSON reader agrees. */
  record Whole(long value) implements Json {
    public static final long MAX = (1L << 53) - 1;

    public Whole {
      if (value < -MAX || value > MAX) {
        throw new IllegalArgumentException("whole number out of the range of JSON: " + value);
      }
    }
  }
}
