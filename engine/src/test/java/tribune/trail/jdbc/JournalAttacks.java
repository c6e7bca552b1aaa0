package tribune.trail.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tribune.trail.jdbc.Attack.By.EITHER;
import static tribune.trail.jdbc.Attack.By.OPENING;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tribune.proof.note.Signer;
import tribune.proof.note.TestKeys;
import tribune.trail.ForgedJournal;

/**
 * What somebody may do to the lines of a journal, in ignorance or knowing how it is made. The same
 * record is named whether or not the index was removed so that it is built anew.
 */
final class JournalAttacks {
  private static final Function<String, Optional<Signer>> NO_KEY = origin -> Optional.empty();

  /** A key of that name, which is not that of the trail. */
  private static final Function<String, Optional<Signer>> OWN_KEY =
      origin -> Optional.of(Signer.ofNotes(origin, TestKeys.key(9)));

  /**
   * With the index in place, {@code trail verify} finds what is as long as before; whatever moves
   * the end is seen by whoever opens the trail.
   */
  static final List<Attack> ALL =
      List.of(
          lines(
              "a word of a record", 3, in("record", 3, text("Charge for bags", "Charge for hags"))),
          lines(
              "a verdict",
              3,
              in("record", 3, text("\"verdict\":\"FAIL\"", "\"verdict\":\"PASS\""))),
          lines("a time", 3, in("record", 3, text("2026-01-01T", "2025-01-01T"))),
          lines("a place", 3, in("record", 3, text("\"seq\":3", "\"seq\":4"))),
          lines("a leaf hash", 3, part("record", 3, 1, JournalAttacks::turned)),
          lines("a salt", 3, part("record", 3, 2, JournalAttacks::turned)),
          lines("a fact", 3, part("record", 3, 3, text("bags", "hags"))),
          lines("facts taken away", 3, part("record", 3, 3, facts -> "-")),
          lines("salt and facts taken away", 3, lines -> empty(lines, 3)),
          lines("salt and facts of another record", 3, lines -> copyFacts(lines, 4, 3)),
          lines("facts of a record that is no audit", 0, lines -> copyFacts(lines, 4, 0)),
          lines("a batch taken out", 3, lines -> batch(lines, 3).clear()),
          lines("the opening taken out", 0, lines -> batch(lines, 0).clear()),
          lines("a batch twice", 4, lines -> repeat(lines, 3)),
          lines("two batches in each other's place", 3, lines -> swapBatches(lines, 3)),
          lines("only a record line taken out", 3, lines -> lines.remove(at(lines, "record", 3))),
          lines("a record line twice", 4, lines -> doubled(lines, "record", 3)),
          lines("a rule file", 1, part("file", 0, 2, JournalAttacks::turned)),
          lines("the path of a rule file", 1, part("file", 0, 1, text("principles", "prinzipien"))),
          lines("a rule file taken out", 1, lines -> lines.remove(at(lines, "file", 1))),
          lines("a rule file twice", 1, lines -> doubled(lines, "file", 1)),
          lines("rule files in another order", 1, lines -> swap(lines, "file", 0)),
          lines("rule files before another record", 3, lines -> doubledBefore(lines, 3)),
          lines("the hash of a rule base", 1, part("rulebase", 0, 1, JournalAttacks::turned)),
          lines("the number of rule files", 1, part("rulebase", 0, 2, count -> "3")),
          lines("the name of a rule base", 1, part("rulebase", 0, 3, name -> "other")),
          lines("the version of a rule base", 1, part("rulebase", 0, 4, version -> "9")),
          lines("a rule base taken out", 1, lines -> lines.remove(at(lines, "rulebase", 0))),
          lines("the size of a checkpoint", 3, part("checkpoint", 3, 1, size -> "5")),
          lines("the key of a checkpoint", 3, part("checkpoint", 3, 2, JournalAttacks::lastTurned)),
          lines("the root in a checkpoint", 3, note(3, JournalAttacks::rootTurned)),
          lines("a signature", 3, note(3, JournalAttacks::signatureTurned)),
          lines("another checkpoint", 3, lines -> copy(lines, "checkpoint", 4, 3)),
          lines("a checkpoint taken out", 3, lines -> lines.remove(at(lines, "checkpoint", 3))),
          lines("a checkpoint twice", 4, lines -> doubled(lines, "checkpoint", 3)),
          lines("the size before a seal", 3, part("seal", 3, 1, size -> "2")),
          lines("the size after a seal", 3, part("seal", 3, 2, size -> "5")),
          lines("the root of a seal", 3, part("seal", 3, 3, JournalAttacks::turned)),
          lines("the place of a seal", 3, part("seal", 3, 4, place -> "18")),
          lines("a seal taken out", 4, lines -> lines.remove(at(lines, "seal", 3))),
          lines("a seal twice", 3, lines -> doubled(lines, "seal", 3)),
          lines("a line of nonsense", 4, lines -> lines.add(at(lines, "record", 4), "nonsense")),
          lines("an empty line", 4, lines -> lines.add(at(lines, "record", 4), "")),
          lines("a part more", 3, in("record", 3, line -> line + "\tmore")),
          lines("capital digits", 3, part("record", 3, 1, leaf -> leaf.toUpperCase(Locale.ROOT))),
          knowing("a record rewritten, and all hashes", 3, NO_KEY, rewrite(3)),
          knowing("the same, signed with a key of one's own", 0, OWN_KEY, rewrite(3)),
          knowing("a record inserted, and all hashes", 4, NO_KEY, lines -> repeat(lines, 3)),
          knowing(
              "a record taken out, and all hashes", 3, NO_KEY, lines -> batch(lines, 3).clear()),
          end("another header", 0, lines -> lines.set(0, "tribune journal 2")),
          end("the newest batch taken out", 8, lines -> batch(lines, 8).clear()),
          end("the newest record", 8, in("record", 8, text("bags", "hags"))),
          end("the newest seal", 8, part("seal", 8, 3, JournalAttacks::turned)),
          end("nonsense at the end", 9, lines -> lines.add("nonsense")),
          end("the newest batch twice", 9, lines -> repeat(lines, 8)),
          end("everything taken out", 0, lines -> lines.subList(1, lines.size()).clear()));

  private JournalAttacks() {}

  private static Attack lines(String name, long firstBad, Consumer<List<String>> change) {
    return attack(name, EITHER, firstBad, lines -> written(lines, change));
  }

  private static Attack end(String name, long firstBad, Consumer<List<String>> change) {
    return attack(name, OPENING, firstBad, lines -> written(lines, change));
  }

  private static Attack knowing(
      String name,
      long firstBad,
      Function<String, Optional<Signer>> key,
      Consumer<List<String>> change) {
    return attack(
        name,
        OPENING,
        firstBad,
        lines -> {
          String origin = origin(lines);
          change.accept(lines);
          return ForgedJournal.resealed(lines, origin, key.apply(origin));
        });
  }

  private interface Forging {
    byte[] of(List<String> lines);
  }

  private static Attack attack(String name, Attack.By by, long firstBad, Forging forging) {
    return new Attack(
        "journal: " + name,
        Attack.Where.JOURNAL,
        by,
        firstBad,
        store -> {
          TestHome home = (TestHome) store;
          byte[] before = Files.readAllBytes(home.journal());
          byte[] forged = forging.of(lines(home));
          Files.write(home.journal(), forged);
          return Arrays.equals(before, forged) ? 0 : 1;
        });
  }

  static List<String> lines(TestHome home) throws IOException {
    return new ArrayList<>(Files.readAllLines(home.journal(), UTF_8));
  }

  static String origin(List<String> lines) {
    return lines.get(1).replaceAll(".*\"log\":\"([^\"]+)\".*", "$1");
  }

  private static byte[] written(List<String> lines, Consumer<List<String>> change) {
    change.accept(lines);
    return (String.join("\n", lines) + "\n").getBytes(UTF_8);
  }

  private static Consumer<List<String>> rewrite(int seq) {
    return part("record", seq, 4, text("Charge for bags", "Charge for hags"));
  }

  private static UnaryOperator<String> text(String found, String instead) {
    return line -> line.replace(found, instead);
  }

  private static Consumer<List<String>> in(String word, int which, UnaryOperator<String> change) {
    return lines ->
        lines.set(at(lines, word, which), change.apply(lines.get(at(lines, word, which))));
  }

  private static Consumer<List<String>> part(
      String word, int which, int part, UnaryOperator<String> change) {
    return in(
        word,
        which,
        line -> {
          String[] parts = line.split("\t", -1);
          parts[part] = change.apply(parts[part]);
          return String.join("\t", parts);
        });
  }

  private static Consumer<List<String>> note(int which, UnaryOperator<String> change) {
    return part(
        "checkpoint",
        which,
        3,
        note ->
            Base64.getEncoder()
                .encodeToString(
                    change
                        .apply(new String(Base64.getDecoder().decode(note), UTF_8))
                        .getBytes(UTF_8)));
  }

  /** Where the line with this word stands that so many others come before. */
  private static int at(List<String> lines, String word, int which) {
    int found = -1;
    for (int i = 0; i < lines.size(); i++) {
      found += lines.get(i).startsWith(word + "\t") ? 1 : 0;
      if (found == which) {
        return i;
      }
    }
    throw new AssertionError("no " + word + " line " + which);
  }

  /** The lines of the batch of this record, each of which is a batch of its own. */
  static List<String> batch(List<String> lines, int seq) {
    int from = seq == 0 ? 1 : at(lines, "seal", seq - 1) + 1;
    return lines.subList(from, at(lines, "seal", seq) + 1);
  }

  private static void repeat(List<String> lines, int seq) {
    lines.addAll(at(lines, "seal", seq) + 1, List.copyOf(batch(lines, seq)));
  }

  private static void swapBatches(List<String> lines, int seq) {
    List<String> first = List.copyOf(batch(lines, seq));
    batch(lines, seq).clear();
    lines.addAll(at(lines, "seal", seq) + 1, first);
  }

  private static void doubled(List<String> lines, String word, int which) {
    int at = at(lines, word, which);
    lines.add(at, lines.get(at));
  }

  private static void doubledBefore(List<String> lines, int seq) {
    lines.add(at(lines, "record", seq), lines.get(at(lines, "file", 0)));
  }

  private static void swap(List<String> lines, String word, int which) {
    Collections.swap(lines, at(lines, word, which), at(lines, word, which + 1));
  }

  private static void copy(List<String> lines, String word, int from, int to) {
    lines.set(at(lines, word, to), lines.get(at(lines, word, from)));
  }

  private static void copyFacts(List<String> lines, int from, int to) {
    String[] given = lines.get(at(lines, "record", from)).split("\t", -1);
    part("record", to, 2, salt -> given[2]).accept(lines);
    part("record", to, 3, facts -> given[3]).accept(lines);
  }

  private static void empty(List<String> lines, int seq) {
    part("record", seq, 2, salt -> "-").accept(lines);
    part("record", seq, 3, facts -> "-").accept(lines);
  }

  private static String turned(String digits) {
    return (digits.charAt(0) == '1' ? '2' : '1') + digits.substring(1);
  }

  private static String lastTurned(String text) {
    int last = text.length() - 1;
    return text.substring(0, last) + (text.charAt(last) == 'A' ? 'B' : 'A');
  }

  private static String rootTurned(String note) {
    String[] lines = note.split("\n", -1);
    lines[2] = (lines[2].charAt(0) == 'A' ? 'B' : 'A') + lines[2].substring(1);
    return String.join("\n", lines);
  }

  private static String signatureTurned(String note) {
    int at = note.length() - 20;
    return note.substring(0, at) + (note.charAt(at) == 'A' ? 'B' : 'A') + note.substring(at + 1);
  }
}
