package tribune.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static tribune.export.FileEdits.changed;
import static tribune.export.FileEdits.edit;
import static tribune.export.FileEdits.inserted;
import static tribune.export.FileEdits.swapped;
import static tribune.export.FileEdits.text;
import static tribune.export.FileEdits.without;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What somebody may do to a byte or a line of the files that are made of records. */
final class TableAttacks {
  private TableAttacks() {}

  /** Each file that is made of records, and what may happen to a byte or a line of it. */
  static Stream<Arguments> onTables(Path export) {
    return Stream.of(
            "decisions.csv",
            "findings.csv",
            "decisions.md",
            "junit.xml",
            "report.html",
            "oscal/assessment-results.json",
            "oscal/catalog-1.json")
        .flatMap(
            name -> {
              List<String> lines = lines(export.resolve(name));
              return onLines(name, ownLine(lines), lines.size());
            });
  }

  /** A workbook is no text, so its blocks are named. */
  static Stream<Arguments> onWorkbook() {
    String name = "decisions.xlsx";
    return Stream.of(
        attack(
            "a byte edited in the workbook",
            name + ", bytes 4096 to 8191",
            dir -> text(dir, name, it -> it.substring(0, 5_000) + "~" + it.substring(5_001))),
        attack(
            "a byte taken out of the workbook",
            name + ", bytes 0 to 4095",
            dir -> text(dir, name, it -> it.substring(0, 100) + it.substring(101))),
        attack(
            "a byte added to the workbook",
            name + ", bytes 4096 to 8191",
            dir -> text(dir, name, it -> it.substring(0, 4_096) + "~" + it.substring(4_096))),
        attack(
            "a hash of a block",
            "blocks/decisions.xlsx.txt, line 1",
            dir -> edit(dir, "blocks/decisions.xlsx.txt", it -> swapped(it, 0))));
  }

  /** A line that is none of its neighbours, from 0; in the middle, if there is one. */
  private static int ownLine(List<String> lines) {
    for (int i = lines.size() / 2; i < lines.size() - 1; i++) {
      if (lines.get(i).length() > 2
          && !lines.get(i).equals(lines.get(i - 1))
          && !lines.get(i).equals(lines.get(i + 1))) {
        return i;
      }
    }
    throw new IllegalStateException("no line like that");
  }

  private static List<String> lines(Path file) {
    try {
      return List.of(Files.readString(file, ISO_8859_1).split("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Arguments> onLines(String name, int index, int count) {
    String where = name + ", line " + (index + 1);
    return Stream.of(
        attack(
            "a byte edited in " + name,
            where,
            dir -> edit(dir, name, it -> changed(it, index, line -> "~" + line.substring(1)))),
        attack(
            "a byte taken out of " + name,
            where,
            dir -> edit(dir, name, it -> changed(it, index, line -> line.substring(1)))),
        attack(
            "a byte added to " + name,
            where,
            dir -> edit(dir, name, it -> changed(it, index, line -> "~" + line))),
        attack(
            "a line taken out of " + name, where, dir -> edit(dir, name, it -> without(it, index))),
        attack(
            "a line added to " + name,
            where,
            dir -> edit(dir, name, it -> inserted(it, index, "~"))),
        attack(
            "a line added at the end of " + name,
            name + ", line " + (count + 1),
            dir -> text(dir, name, it -> it + "~\n")),
        attack(
            "the last byte cut off " + name,
            name + ", line " + count,
            dir -> text(dir, name, it -> it.substring(0, it.length() - 1))));
  }

  private static Arguments attack(String name, String where, ExportAttacks.Attack attack) {
    return arguments(name, where, attack);
  }
}
