package tribune.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** Edits of files of an export, as somebody makes them who hopes not to be noticed. */
final class FileEdits {
  private FileEdits() {}

  /** Edits a file as text, byte for byte, and makes sure that it is another one then. */
  static void text(Path export, String name, UnaryOperator<String> change) throws IOException {
    Path file = export.resolve(name);
    byte[] before = Files.readAllBytes(file);
    java.nio.charset.Charset charset = name.equals("checkpoint") ? UTF_8 : ISO_8859_1;
    byte[] after = change.apply(new String(before, charset)).getBytes(charset);
    assertThat(after).isNotEqualTo(before);
    Files.write(file, after);
  }

  static void edit(Path export, String name, UnaryOperator<List<String>> change)
      throws IOException {
    text(
        export,
        name,
        it -> String.join("\n", change.apply(new ArrayList<>(List.of(it.split("\n"))))) + "\n");
  }

  static List<String> without(List<String> lines, int index) {
    lines.remove(index);
    return lines;
  }

  static List<String> swapped(List<String> lines, int index) {
    Collections.swap(lines, index, index + 1);
    return lines;
  }

  static List<String> twice(List<String> lines, int index) {
    return inserted(lines, index, lines.get(index));
  }

  static List<String> appended(List<String> lines, String line) {
    return inserted(lines, lines.size(), line);
  }

  static List<String> inserted(List<String> lines, int index, String line) {
    lines.add(index, line);
    return lines;
  }

  static List<String> replaced(List<String> lines, int index, String from, String to) {
    lines.set(index, lines.get(index).replace(from, to));
    return lines;
  }

  static List<String> changed(List<String> lines, int index, UnaryOperator<String> change) {
    lines.set(index, change.apply(lines.get(index)));
    return lines;
  }
}
