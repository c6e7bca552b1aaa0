package tribune.export;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tribune.document.CanonicalJson;
import tribune.document.Json;
import tribune.trail.Filter;

/** A filter as manifests and records say it: what is not stated is left out. */
final class FilterJson {
  private FilterJson() {}

  /** What it asks for; the span is always stated, so that this is never empty. */
  static Json.Members write(Filter filter) {
    Map<String, Json> members = new TreeMap<>();
    members.put(
        "audits",
        CanonicalJson.text(filter.span() == Filter.Span.EVERY_AUDIT ? "every" : "newest"));
    putNames(members, "verdicts", filter.verdicts().stream().map(Enum::name).toList());
    putNames(members, "checks", filter.checks());
    putNames(members, "outcomes", filter.outcomes().stream().map(Enum::name).toList());
    putText(members, "department", filter.department());
    putTime(members, "from", filter.from());
    putTime(members, "before", filter.to());
    putText(members, "search", filter.search());
    if (filter.limit() < Integer.MAX_VALUE) {
      members.put("limit", new Json.Whole(filter.limit()));
    }
    return Json.Members.of(members);
  }

  private static void putNames(Map<String, Json> members, String name, Collection<String> texts) {
    if (!texts.isEmpty()) {
      members.put(
          name, new Json.Elements(texts.stream().sorted().<Json>map(CanonicalJson::text).toList()));
    }
  }

  private static void putText(Map<String, Json> members, String name, @Nullable String text) {
    if (text != null) {
      members.put(name, CanonicalJson.text(text));
    }
  }

  private static void putTime(Map<String, Json> members, String name, @Nullable Instant time) {
    if (time != null) {
      members.put(name, CanonicalJson.text(time.toString()));
    }
  }
}
