package tribune.shell;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads what was printed as one JSON document: nothing after it, no member twice. */
final class StrictJson {

  private static final ObjectMapper READER =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private StrictJson() {}

  static JsonNode read(String printed) {
    try {
      JsonNode document = READER.readTree(printed);
      if (!document.isObject()) {
        throw new AssertionError("expected an object, found " + printed);
      }
      return document;
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON document: " + printed, e);
    }
  }
}
