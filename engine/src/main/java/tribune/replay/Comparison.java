package tribune.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tribune.document.CanonicalJson;
import tribune.document.Json;

/** Finds every place in which two results differ, the findings of a check side by side. */
final class Comparison {
  /** What names an element of a list, so that one more does not shift all that follow. */
  private static final String NAME = "check";

  private final List<Drift> drifts = new ArrayList<>();

  private Comparison() {}

  /** The drifts, in the order of the members; empty if the two are the same bytes. */
  static List<Drift> of(Json recorded, Json rerun) {
    Comparison comparison = new Comparison();
    comparison.compare("", recorded, rerun);
    return List.copyOf(comparison.drifts);
  }

  private void compare(String path, @Nullable Json recorded, @Nullable Json rerun) {
    if (recorded instanceof Json.Members before && rerun instanceof Json.Members after) {
      each(before.values(), after.values(), name -> path.isEmpty() ? name : path + "." + name);
    } else if (recorded instanceof Json.Elements before && rerun instanceof Json.Elements after) {
      elements(path, before, after);
    } else if (recorded == null || !recorded.equals(rerun)) {
      drifts.add(new Drift(path, text(recorded), text(rerun)));
    }
  }

  private void elements(String path, Json.Elements before, Json.Elements after) {
    int found = drifts.size();
    each(named(before), named(after), name -> path + "[" + name + "]");
    if (drifts.size() == found && !before.equals(after)) {
      drifts.add(new Drift(path + " (order)", text(before), text(after)));
    }
  }

  private void each(Map<String, Json> before, Map<String, Json> after, UnaryOperator<String> path) {
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    names.forEach(name -> compare(path.apply(name), before.get(name), after.get(name)));
  }

  private static Map<String, Json> named(Json.Elements list) {
    Map<String, Json> named = new LinkedHashMap<>();
    for (Json element : list.values()) {
      String place = String.valueOf(named.size());
      String name = name(element).filter(it -> !named.containsKey(it)).orElse(place);
      named.put(name, element);
    }
    return named;
  }

  private static Optional<String> name(Json element) {
    return element instanceof Json.Members members
            && members.values().get(NAME) instanceof Json.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  private static Optional<String> text(@Nullable Json value) {
    return Optional.ofNullable(value).map(it -> new String(CanonicalJson.write(it), UTF_8));
  }
}
