package tribune.shell;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Reads what was printed as one JSON document: nothing after it, no member twice. */
final class StrictJson {

  private static final ObjectMapper READER =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private StrictJson() {}

  static JsonNode read(String printed) {
    try {
      JsonNode document = READER.readTree(printed);
      if (!document.isObject()) {
        throw new AssertionError("expected an object, found " + printed);
      }
      return document;
    } catch (IOException e) {
      throw new AssertionError("no JSON document: " + printed, e);
    }
  }
}
