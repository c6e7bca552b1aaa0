package tribune.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (draft 2020-12) of a record type, for editors that complete and check as people
 * write. It accepts every document that {@link RecordWriter} writes. The binder is stricter: it
 * knows the calendar, the currencies, and what names what.
 */
public final class JsonSchema {
  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

  private final SortedMap<String, Object> definitions = new TreeMap<>();

  private JsonSchema() {}

  /**
   * The schema as JSON text; the same text for the same record type.
   *
   * @param id a URI that names the schema
   */
  public static String of(RecordType<?> type, String id, String title) {
    JsonSchema schema = new JsonSchema();
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("$schema", DRAFT);
    root.put("$id", id);
    root.put("title", title);
    root.putAll(schema.record(type));
    root.put("$defs", schema.definitions);
    return SchemaText.of(root);
  }

  private Map<String, Object> record(RecordType<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Member member : type.members()) {
      properties.put(member.name(), member(member));
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", type.doc());
    schema.put("type", "object");
    schema.put("properties", properties);
    List<String> required =
        type.members().stream().filter(Member::isRequired).map(Member::name).toList();
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
    return schema;
  }

  private Map<String, Object> member(Member member) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", description(member));
    schema.putAll(value(member.kind()));
    return member.isRequired() ? schema : orNull(schema);
  }

  private static String description(Member member) {
    String form =
        member
            .kind()
            .fold(single -> single.form().description(), many -> "", nested -> "", tree -> "");
    return form.isEmpty() || form.equals("text") ? member.doc() : member.doc() + " (" + form + ")";
  }

  private Map<String, Object> value(ValueKind kind) {
    return kind.fold(
        single -> new LinkedHashMap<>(new TreeMap<>(single.form().jsonSchema())),
        this::list,
        nested -> Map.of("$ref", "#/$defs/" + define(nested.type())),
        tree -> Map.of());
  }

  private Map<String, Object> list(ValueKind.Many many) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "array");
    schema.put("items", value(many.element()));
    if (many.order() == ValueKind.Order.SET) {
      schema.put("uniqueItems", true);
    }
    return schema;
  }

  private String define(RecordType<?> type) {
    if (!definitions.containsKey(type.name())) {
      definitions.put(type.name(), Map.of());
      definitions.put(type.name(), record(type));
    }
    return type.name();
  }

  /** What is left blank is not stated; editors should not call it a mistake. */
  private static Map<String, Object> orNull(Map<String, Object> schema) {
    if (schema.containsKey("$ref")) {
      Object reference = schema.remove("$ref");
      schema.put("anyOf", List.of(Map.of("$ref", reference), Map.of("type", "null")));
    }
    if (schema.get("enum") instanceof List<?> words) {
      List<@Nullable Object> more = new ArrayList<>(words);
      more.add(null);
      schema.put("enum", more);
    }
    if (schema.get("type") instanceof String type) {
      schema.put("type", List.of(type, "null"));
    } else if (schema.get("type") instanceof List<?> types) {
      List<Object> more = new ArrayList<>(types);
      more.add("null");
      schema.put("type", more);
    }
    return schema;
  }
}
