package tribune.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Plain plain;
  private final Optional<Example> example;

  private JsonSchema(Plain plain, Optional<Example> example) {
    this.plain = plain;
    this.example = example;
  }

  /** What an unquoted value is that looks like a number and stands where a text belongs. */
  private enum Plain {
    /** A mistake: JSON keeps texts in quotes. */
    NUMBER,
    /** A text as well: YAML has no quotes around most texts. */
    TEXT
  }

  /**
   * What the documents within a document are: parts that somebody else reads.
   *
   * @param lax members that need not be stated there, such as {@code Decision.id}
   */
  public record Example(RecordType<?> type, Set<String> lax) {
    public Example {
      lax = Set.copyOf(lax);
    }
  }

  /**
   * The schema as JSON text; the same text for the same record type.
   *
   * @param id a URI that names the schema
   */
  public static String of(RecordType<?> type, String id, String title) {
    return new JsonSchema(Plain.NUMBER, Optional.empty()).text(type, id, title);
  }

  /** The schema of a record type that people write as YAML. */
  public static String ofYaml(RecordType<?> type, String id, String title) {
    return new JsonSchema(Plain.TEXT, Optional.empty()).text(type, id, title);
  }

  /** The same, where documents of another type stand within it. */
  public static String ofYaml(RecordType<?> type, String id, String title, Example within) {
    return new JsonSchema(Plain.TEXT, Optional.of(within)).text(type, id, title);
  }

  private String text(RecordType<?> type, String id, String title) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("$schema", DRAFT);
    root.put("$id", id);
    root.put("title", title);
    root.putAll(record(type));
    root.put("$defs", definitions);
    return SchemaText.of(root);
  }

  private Map<String, Object> record(RecordType<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Member member : type.members()) {
      properties.put(member.name(), member(member, type));
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", type.doc());
    schema.put("type", "object");
    schema.put("properties", properties);
    List<String> required =
        type.members().stream().filter(it -> isRequired(it, type)).map(Member::name).toList();
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
    return schema;
  }

  private boolean isRequired(Member member, RecordType<?> type) {
    String path = type.name() + "." + member.name();
    return member.isRequired() && example.filter(it -> it.lax().contains(path)).isEmpty();
  }

  private Map<String, Object> member(Member member, RecordType<?> type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", description(member));
    schema.putAll(value(member.kind()));
    return isRequired(member, type) ? schema : orNull(schema);
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
        single -> single(single.form().jsonSchema()),
        this::list,
        nested -> reference(nested.type()),
        tree -> example.map(it -> reference(it.type())).orElse(Map.of()));
  }

  private Map<String, Object> reference(RecordType<?> type) {
    return Map.of("$ref", "#/$defs/" + define(type));
  }

  private Map<String, Object> single(Map<String, Object> keywords) {
    Map<String, Object> schema = new LinkedHashMap<>(new TreeMap<>(keywords));
    boolean isText = "string".equals(schema.get("type")) && !schema.containsKey("pattern");
    if (plain == Plain.TEXT && isText && !schema.containsKey("format")) {
      schema.put("type", List.of("string", "number"));
    }
    return schema;
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
