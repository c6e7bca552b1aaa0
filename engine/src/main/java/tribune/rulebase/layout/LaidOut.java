package tribune.rulebase.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.RuleBaseFolder;

/**
 * A file of a rule base and how it would be laid out.
 *
 * @param path of the file
 * @param before as it stands
 * @param text laid out, or why it cannot be
 */
public record LaidOut(Path path, String before, Reading<String> text) {
  public LaidOut {
    requireNonNull(path, "path");
    requireNonNull(before, "before");
    requireNonNull(text, "text");
  }

  /**
   * All files of the rule base in a directory, by path; what it builds on is left alone.
   *
   * @return diagnostics if something lies there that is no file of its own
   * @throws UncheckedIOException if a file cannot be read
   */
  public static Reading<List<LaidOut>> in(Path directory) {
    try {
      return RuleBaseFolder.files(directory)
          .map(
              files ->
                  files.entrySet().stream()
                      .filter(file -> RuleBaseFiles.isOfRuleBase(file.getKey()))
                      .map(Map.Entry::getValue)
                      .distinct()
                      .map(LaidOut::of)
                      .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the file is sound and does not stand as it would be laid out. */
  public boolean differs() {
    return text.fold(sound -> !sound.value().equals(before), faulty -> false);
  }

  /**
   * Puts the text in the place of the file, whole or not at all.
   *
   * @throws IllegalStateException if the file has mistakes
   * @throws IOException if the file cannot be written; then it is as it was
   */
  public void write() throws IOException {
    WholeFile.write(path, text.orThrow().getBytes(UTF_8));
  }

  private static LaidOut of(Path file) {
    try {
      byte[] bytes = RuleBaseFolder.bytes(file);
      return new LaidOut(
          file,
          new String(bytes, UTF_8),
          Source.decode(file.toString(), bytes).then(FileLayout::of));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
