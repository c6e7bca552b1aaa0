package tribune.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tribune.decision.Proposal;
import tribune.document.CanonicalJson;
import tribune.document.Json;
import tribune.fixtures.Fixture;
import tribune.schema.RecordWriter;

/**
 * The real decisions of the fixtures, over and over, each time under another id: a long history.
 */
final class HistoryFile {
  private static final String DECISION = "decision";
  private static final String ID = "id";

  private HistoryFile() {}

  /** Writes so many proposals, a line each. */
  static void write(Path file, long proposals) throws IOException {
    List<Json.Members> real =
        Fixture.decisions().stream().map(Fixture::proposal).map(HistoryFile::json).toList();
    try (OutputStream out = Files.newOutputStream(file);
        OutputStream lines = new java.io.BufferedOutputStream(out, 1 << 16)) {
      for (long i = 0; i < proposals; i++) {
        lines.write(CanonicalJson.write(renamed(real.get((int) (i % real.size())), i)));
        lines.write("\n".getBytes(UTF_8));
      }
    }
  }

  private static Json.Members json(Proposal proposal) {
    return RecordWriter.json(proposal);
  }

  private static Json.Members renamed(Json.Members proposal, long number) {
    Json.Members decision = (Json.Members) proposal.values().get(DECISION);
    Json.Text id = (Json.Text) decision.values().get(ID);
    Json.Members named = with(decision, ID, CanonicalJson.text(id.value() + "-" + number));
    return with(proposal, DECISION, named);
  }

  private static Json.Members with(Json.Members members, String key, Json value) {
    SortedMap<String, Json> changed = new TreeMap<>(members.values());
    changed.put(key, value);
    return Json.Members.of(changed);
  }
}
