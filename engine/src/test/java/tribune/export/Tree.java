package tribune.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A JSON document as a reader of YAML, of which JSON is a part, sees it. */
record Tree(Object value) {
  static Tree of(String json) {
    LoadSettings settings =
        LoadSettings.builder().setAllowDuplicateKeys(false).setCodePointLimit(1 << 26).build();
    return new Tree(new Load(settings).loadFromString(json));
  }

  Tree get(String name) {
    return new Tree(((Map<?, ?>) value).get(name));
  }

  /** What lies at a JSON pointer. */
  Tree at(String pointer) {
    Tree found = this;
    for (String step : pointer.substring(1).split("/", -1)) {
      found =
          found.value instanceof List<?> list
              ? new Tree(list.get(Integer.parseInt(step)))
              : found.get(step);
    }
    return found;
  }

  String asText() {
    return (String) value;
  }

  List<Tree> list() {
    return ((List<?>) value).stream().map(Tree::new).toList();
  }

  /** The texts of every member of that name. */
  List<String> textsOf(String name) {
    List<String> texts = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, member) -> {
            if (key.equals(name)) {
              texts.add((String) member);
            }
            texts.addAll(new Tree(member).textsOf(name));
          });
    } else if (value instanceof List<?>) {
      list().forEach(it -> texts.addAll(it.textsOf(name)));
    }
    return texts;
  }
}
