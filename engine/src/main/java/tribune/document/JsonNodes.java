package tribune.document;

import java.util.LinkedHashMap;
import java.util.Map;

/** Turns JSON values into the tree that texts are read into, without a detour over text. */
final class JsonNodes {
  private JsonNodes() {}

  static Node of(Json json) {
    if (json instanceof Json.Members members) {
      Map<String, Node> nodes = new LinkedHashMap<>();
      members.values().forEach((name, value) -> nodes.put(name, of(value)));
      return Node.Mapping.of(nodes, Place.START);
    }
    if (json instanceof Json.Elements elements) {
      return new Node.Sequence(elements.values().stream().map(JsonNodes::of).toList(), Place.START);
    }
    if (json instanceof Json.Text text) {
      return new Node.Scalar(text.value(), Node.Style.QUOTED, Place.START);
    }
    Json.Whole whole = (Json.Whole) json;
    return new Node.Scalar(Long.toString(whole.value()), Node.Style.PLAIN, Place.START);
  }
}
