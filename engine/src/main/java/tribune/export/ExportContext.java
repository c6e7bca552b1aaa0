package tribune.export;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tribune.document.CanonicalJson;
import tribune.document.Json;
import tribune.proof.Hash;
import tribune.proof.checkpoint.Checkpoint;
import tribune.trail.Head;

/**
 * What an export is of, and how it is written: all that the bytes of its files depend on beside the
 * records. Neither who made it nor when: those stand in the statement and in the trail.
 *
 * @param checkpoint over all records of the trail that were looked at
 * @param key the verifier key of the trail, on one line
 * @param filter what was asked for, as {@link FilterJson} writes it; empty for everything
 * @param since the older tree whose records are left out
 * @param formats their names, sorted
 * @param columns those that were chosen, in that order; empty for all
 * @param cells whether texts are made safe for spreadsheets
 * @param tribune the version that wrote it
 */
public record ExportContext(
    Checkpoint checkpoint,
    String key,
    ExportScope scope,
    Json.Members filter,
    Optional<Head> since,
    List<String> formats,
    List<String> columns,
    CellText cells,
    String tribune) {
  public ExportContext {
    requireNonNull(checkpoint, "checkpoint");
    requireNonNull(key, "key");
    requireNonNull(scope, "scope");
    requireNonNull(filter, "filter");
    requireNonNull(since, "since");
    formats = List.copyOf(formats);
    columns = List.copyOf(columns);
    requireNonNull(cells, "cells");
    requireNonNull(tribune, "tribune");
    boolean isFiltered = !filter.values().isEmpty();
    ExportScope follows =
        isFiltered
            ? ExportScope.SELECTED
            : since.isPresent() ? ExportScope.SINCE : ExportScope.WHOLE;
    if (scope != follows) {
      throw new IllegalArgumentException("scope " + scope + ", where it has to be " + follows);
    }
  }

  /** Those of a table that are to be written, in order. */
  public <T> ExportTable<T> chosen(ExportTable<T> table) {
    return table.with(columns);
  }

  Map<String, Json> toJson() {
    Map<String, Json> members = new TreeMap<>();
    members.put(
        "checkpoint",
        Json.Members.of(
            Map.of(
                "origin", CanonicalJson.text(checkpoint.origin()),
                "size", new Json.Whole(checkpoint.size()),
                "root", CanonicalJson.text(checkpoint.root().hex()),
                "key", CanonicalJson.text(key))));
    members.put("scope", CanonicalJson.text(scope.name().toLowerCase(Locale.ROOT)));
    members.put("filter", filter);
    since.ifPresent(head -> members.put("since", head(head)));
    members.put("formats", texts(formats));
    if (!columns.isEmpty()) {
      members.put("columns", texts(columns));
    }
    members.put("cells", CanonicalJson.text(cells.name().toLowerCase(Locale.ROOT)));
    members.put("tribune", CanonicalJson.text(tribune));
    return members;
  }

  static ExportContext read(JsonReader json) {
    Checkpoint[] checkpoint = new Checkpoint[1];
    String key =
        json.object(
            "checkpoint",
            it -> {
              checkpoint[0] =
                  Checkpoint.of(it.text("origin"), it.whole("size"), Hash.ofHex(it.text("root")));
              return it.text("key");
            });
    return new ExportContext(
        checkpoint[0],
        key,
        ExportScope.valueOf(json.text("scope").toUpperCase(Locale.ROOT)),
        json.members("filter"),
        json.objectIfStated("since", it -> new Head(it.whole("size"), Hash.ofHex(it.text("root")))),
        json.texts("formats"),
        json.textsIfStated("columns"),
        CellText.valueOf(json.text("cells").toUpperCase(Locale.ROOT)),
        json.text("tribune"));
  }

  private static Json head(Head head) {
    return Json.Members.of(
        Map.of("size", new Json.Whole(head.size()), "root", CanonicalJson.text(head.root().hex())));
  }

  private static Json texts(List<String> texts) {
    return new Json.Elements(texts.stream().<Json>map(CanonicalJson::text).toList());
  }
}
