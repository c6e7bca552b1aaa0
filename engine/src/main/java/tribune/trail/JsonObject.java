package tribune.trail;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tribune.document.CanonicalJson;
import tribune.document.Json;

/** Puts an object together; what is not stated is left out. Used once, by one thread. */
final class JsonObject {
  private final TreeMap<String, Json> members = new TreeMap<>();

  JsonObject with(String name, @Nullable String text) {
    if (text != null) {
      members.put(name, CanonicalJson.text(text));
    }
    return this;
  }

  JsonObject with(String name, long whole) {
    members.put(name, new Json.Whole(whole));
    return this;
  }

  JsonObject with(String name, JsonObject object) {
    members.put(name, object.done());
    return this;
  }

  JsonObject with(String name, Json value) {
    members.put(name, value);
    return this;
  }

  <T> JsonObject with(String name, List<T> elements, Function<T, Json> writing) {
    return with(name, new Json.Elements(elements.stream().map(writing).toList()));
  }

  <T> JsonObject withSome(String name, List<T> elements, Function<T, Json> writing) {
    return elements.isEmpty() ? this : with(name, elements, writing);
  }

  Json.Members done() {
    return Json.Members.owning(members);
  }
}
