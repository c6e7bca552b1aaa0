package tribune.export;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import tribune.document.CanonicalJson;
import tribune.document.Json;
import tribune.document.Manifest;
import tribune.proof.Hash;

/**
 * A file as a manifest lists it.
 *
 * @param path relative, with forward slashes
 * @param format that it belongs to; empty for what every export has
 * @param rows how many rows, records or lines it says it has; 0 where that means nothing
 */
public record FileEntry(String path, String format, long bytes, long rows, Hash sha256) {
  public FileEntry {
    requireNonNull(format, "format");
    requireNonNull(sha256, "sha256");
    boolean isPortable = Arrays.stream(path.split("/", -1)).allMatch(Manifest::isPortable);
    if (!isPortable || bytes < 0 || rows < 0) {
      throw new IllegalArgumentException(path + ", " + bytes + " bytes, " + rows + " rows");
    }
  }

  Json toJson() {
    Map<String, Json> members = new TreeMap<>();
    members.put("path", CanonicalJson.text(path));
    if (!format.isEmpty()) {
      members.put("format", CanonicalJson.text(format));
    }
    members.put("bytes", new Json.Whole(bytes));
    members.put("rows", new Json.Whole(rows));
    members.put("sha256", CanonicalJson.text(sha256.hex()));
    return Json.Members.of(members);
  }

  static FileEntry read(JsonReader json) {
    return new FileEntry(
        json.text("path"),
        json.textIfStated("format").orElse(""),
        json.whole("bytes"),
        json.whole("rows"),
        Hash.ofHex(json.text("sha256")));
  }
}
