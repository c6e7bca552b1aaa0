package tribune.export;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tribune.document.CanonicalJson;
import tribune.document.Json;
import tribune.document.NotCanonicalJson;

/**
 * What an export is and what files it has: {@code manifest.json}, one document of {@link
 * CanonicalJson} and a newline. It lists every file but itself and the statement, and says nothing
 * of who made it or when, so that the same checkpoint and the same request give the same bytes.
 *
 * @param records how many records the export holds
 * @param files sorted by path
 */
public record ExportManifest(ExportContext context, long records, List<FileEntry> files) {
  /** The version of this form, and of the files that every export has. */
  public static final int VERSION = 1;

  public ExportManifest {
    requireNonNull(context, "context");
    files = files.stream().sorted(Comparator.comparing(FileEntry::path)).toList();
    if (files.stream().map(FileEntry::path).distinct().count() < files.size()) {
      throw new IllegalArgumentException("a file is listed twice");
    }
  }

  /**
   * Reads what {@link #bytes} writes.
   *
   * @throws IllegalArgumentException if it is something else; the message says what
   */
  static ExportManifest read(byte[] bytes) {
    try {
      if (bytes.length == 0 || bytes[bytes.length - 1] != '\n') {
        throw new IllegalArgumentException("no newline at the end");
      }
      Json json = CanonicalJson.read(Arrays.copyOf(bytes, bytes.length - 1));
      return JsonReader.read(json, ExportManifest::read);
    } catch (NotCanonicalJson e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static ExportManifest read(JsonReader json) {
    long version = json.whole("v");
    if (version != VERSION) {
      throw new IllegalArgumentException("version " + version + ", which is not known here");
    }
    return new ExportManifest(
        ExportContext.read(json), json.whole("records"), json.objects("files", FileEntry::read));
  }

  /** The file. */
  byte[] bytes() {
    Map<String, Json> members = context.toJson();
    members.put("v", new Json.Whole(VERSION));
    members.put("records", new Json.Whole(records));
    members.put("files", new Json.Elements(files.stream().map(FileEntry::toJson).toList()));
    byte[] json = CanonicalJson.write(Json.Members.of(members));
    byte[] line = Arrays.copyOf(json, json.length + 1);
    line[json.length] = '\n';
    return line;
  }

  /** The file of that path. */
  public Optional<FileEntry> file(String path) {
    return files.stream().filter(it -> it.path().equals(path)).findFirst();
  }
}
