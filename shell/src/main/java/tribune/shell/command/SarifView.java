package tribune.shell.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tribune.document.Diagnostic;
import tribune.document.DiagnosticCode;
import tribune.document.Place;
import tribune.rulebase.EngineVersion;
import tribune.shell.render.JsonView;

/** Diagnostics as SARIF 2.1.0, which code scanners exchange (OASIS, 27 March 2020). */
final class SarifView {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

  private final List<Diagnostic> found;
  private final List<DiagnosticCode> codes;

  private SarifView(List<Diagnostic> found) {
    this.found = found;
    Map<String, DiagnosticCode> byId = new TreeMap<>();
    found.forEach(it -> byId.putIfAbsent(it.code().id(), it.code()));
    this.codes = new ArrayList<>(byId.values());
  }

  static JsonView of(List<Diagnostic> found) {
    return new SarifView(found).log();
  }

  private JsonView log() {
    JsonView.Members driver =
        JsonView.members()
            .put("name", "Tribune")
            .put("version", EngineVersion.TRIBUNE)
            .put("rules", JsonView.elements(codes.stream().map(SarifView::rule).toList()));
    JsonView.Members run =
        JsonView.members()
            .put("tool", JsonView.members().put("driver", driver))
            .put("columnKind", "unicodeCodePoints")
            .put("results", JsonView.elements(found.stream().map(this::result).toList()));
    return JsonView.members()
        .put("$schema", SCHEMA)
        .put("version", "2.1.0")
        .put("runs", JsonView.elements(List.of(run)));
  }

  private static JsonView rule(DiagnosticCode code) {
    return JsonView.members()
        .put("id", code.id())
        .put("shortDescription", text(code.meaning()))
        .put("defaultConfiguration", JsonView.members().put("level", code.level().toString()));
  }

  private JsonView result(Diagnostic diagnostic) {
    return JsonView.members()
        .put("ruleId", diagnostic.code().id())
        .put("ruleIndex", codes.indexOf(diagnostic.code()))
        .put("level", diagnostic.level().toString())
        .put("message", text(Advice.of(diagnostic)))
        .put(
            "locations",
            JsonView.elements(
                List.of(JsonView.members().put("physicalLocation", location(diagnostic)))));
  }

  private static JsonView location(Diagnostic diagnostic) {
    JsonView.Members file =
        JsonView.members()
            .put(
                "artifactLocation", JsonView.members().put("uri", uri(diagnostic.source().name())));
    Place place = diagnostic.place();
    return place == null
        ? file
        : file.put(
            "region",
            JsonView.members()
                .put("startLine", place.line())
                .put("startColumn", place.column())
                .put("endColumn", place.column() + Math.max(1, place.length())));
  }

  private static JsonView text(String text) {
    return JsonView.members().put("text", text);
  }

  private static String uri(String file) {
    try {
      String path = file.replace('\\', '/');
      return new URI(path.startsWith("/") ? "file" : null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      return "unnamed";
    }
  }
}
