package tribune.schema;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tribune.document.Diagnostics;
import tribune.document.Document;
import tribune.document.NearestName;
import tribune.document.Node;
import tribune.document.Place;
import tribune.document.Reading;
import tribune.document.Shown;
import tribune.document.Source;
import tribune.document.YamlReader;

/**
 * Binds a tree to a record and reports every mistake on the way. A record of a list that states
 * nothing is passed over, and so is an optional record: what is left blank is not stated.
 */
public final class Binder {
  private static final int LONGEST_SHOWN_KEY = 40;

  private final Diagnostics diagnostics;
  private final List<Part<?>> parts = new ArrayList<>();

  private Binder(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Reads a YAML or JSON text as a record. */
  public static <R extends Record> Reading<R> read(Source source, Class<R> type) {
    Diagnostics diagnostics = new Diagnostics(source);
    Optional<R> draft =
        YamlReader.read(source, diagnostics)
            .flatMap(document -> whole(document.root(), type, diagnostics));
    return diagnostics.reading(draft.orElse(null));
  }

  /** Reads a part of a document as a record; references stay within that part. */
  public static <R extends Record> Reading<R> read(Document part, Class<R> type) {
    Diagnostics diagnostics = new Diagnostics(part.source());
    return diagnostics.reading(whole(part.root(), type, diagnostics).orElse(null));
  }

  private static <R extends Record> Optional<R> whole(
      Node root, Class<R> type, Diagnostics diagnostics) {
    Bound<R> bound = bind(root, type, diagnostics);
    References.examine(bound, diagnostics);
    return bound.draft();
  }

  /**
   * Binds as far as it goes, for callers who have more to say about what is bound. References are
   * not followed; {@link References} does that.
   */
  public static <R extends Record> Bound<R> bind(
      Node root, Class<R> type, Diagnostics diagnostics) {
    Binder binder = new Binder(diagnostics);
    @Nullable Object bound = binder.mappingOf(RecordType.of(type), root, "", Blank.REPORTED);
    return new Bound<>(bound == null ? null : type.cast(bound), binder.parts);
  }

  /** What to do with a record of which nothing is stated. */
  private enum Blank {
    PASSED_OVER,
    REPORTED
  }

  /** The value, or null if it is not stated or has been reported. */
  private @Nullable Object value(ValueKind kind, Node node, String at, Blank blank) {
    return kind.fold(
        single -> scalar(single, node, at),
        many -> list(many, node, at),
        nested -> mappingOf(nested.type(), node, at, blank),
        tree -> node);
  }

  private @Nullable Object scalar(ValueKind.Single<?> kind, Node node, String at) {
    if (!(node instanceof Node.Scalar scalar)) {
      wrongShape(node, at, "one value", "write " + kind.form().description());
      return null;
    }
    if (scalar.isUnstated()) {
      return null;
    }
    return kind.form()
        .read(scalar.text().strip())
        .<@Nullable Object>fold(
            Understood.Value::value,
            misread -> {
              diagnostics.add(
                  misread.code(),
                  scalar.place(),
                  misread.cause() + " for " + at,
                  misread.instead(),
                  misread.notes().toArray(String[]::new));
              return null;
            });
  }

  private @Nullable Object list(ValueKind.Many kind, Node node, String at) {
    if (node.isUnstated()) {
      return null;
    }
    if (!(node instanceof Node.Sequence sequence)) {
      wrongShape(node, at, "a list", "begin each entry with a dash: `- ...`");
      return null;
    }
    List<Object> values = new ArrayList<>();
    Map<String, Place> keys = new HashMap<>();
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < sequence.elements().size(); i++) {
      Node element = sequence.elements().get(i);
      String elementAt = at + "[" + name(kind.element(), element).orElse(String.valueOf(i)) + "]";
      if (!element.isUnstated()) {
        refuseRepeatedKey(kind.element(), element, elementAt, keys);
        Object value = value(kind.element(), element, elementAt, Blank.PASSED_OVER);
        if (value != null && kind.order() == ValueKind.Order.SET && !seen.add(value)) {
          repeated(element, at);
        } else if (value != null) {
          values.add(value);
        }
      }
    }
    return kind.order() == ValueKind.Order.SET ? new LinkedHashSet<>(values) : values;
  }

  private void repeated(Node element, String at) {
    diagnostics.add(
        BindingCode.REPEATED_VALUE,
        element.place(),
        "the same value twice in " + at,
        "leave it out");
  }

  private void refuseRepeatedKey(ValueKind kind, Node element, String at, Map<String, Place> keys) {
    Optional<Node.Scalar> key = key(kind, element);
    if (key.isEmpty()) {
      return;
    }
    Place first = keys.putIfAbsent(normal(key.get()), key.get().place());
    if (first != null) {
      diagnostics.add(
          BindingCode.REPEATED_KEY,
          key.get().place(),
          "a second " + at,
          "the first is in line " + first.line() + "; give each its own name");
    }
  }

  /** Names that look alike are the same name. */
  private static String normal(Node.Scalar key) {
    return Normalizer.normalize(key.text().strip(), Normalizer.Form.NFC);
  }

  private @Nullable Object mappingOf(RecordType<?> type, Node node, String at, Blank blank) {
    if (node.isUnstated() && !isUnreadable(node)) {
      return null;
    }
    if (!(node instanceof Node.Mapping mapping)) {
      wrongShape(
          node,
          at.isEmpty() ? "the document" : at,
          "a mapping",
          "write `name: value` for each",
          allowed(type));
      return null;
    }
    int mistakesBefore = diagnostics.count();
    Set<String> meant = refuseUnknown(type, mapping, at);
    List<@Nullable Object> values = new ArrayList<>();
    boolean stated = false;
    for (Member member : type.members()) {
      String memberAt = at.isEmpty() ? member.name() : at + "." + member.name();
      Optional<Node> written = mapping.get(member.name());
      Blank inner = member.isRequired() ? Blank.REPORTED : Blank.PASSED_OVER;
      Object value =
          written.isEmpty() ? null : value(member.kind(), written.get(), memberAt, inner);
      values.add(value == null ? member.unstated() : value);
      stated |= !member.isUnstated(value);
    }
    boolean faulty = diagnostics.count() > mistakesBefore;
    if (!stated && !faulty && blank == Blank.PASSED_OVER) {
      return null;
    }
    refuseMissing(type, mapping, at, meant);
    return create(type, values, mapping, at, mistakesBefore);
  }

  /** Reports unknown members; gives back the members that were probably meant. */
  private Set<String> refuseUnknown(RecordType<?> type, Node.Mapping mapping, String at) {
    Set<String> meant = new HashSet<>();
    List<String> unwritten =
        type.memberNames().stream().filter(name -> mapping.get(name).isEmpty()).toList();
    for (Node.Entry entry : mapping.entries()) {
      String written = entry.key().text();
      if (type.member(written).isEmpty()) {
        Optional<String> nearest = NearestName.to(written, unwritten);
        nearest.ifPresent(meant::add);
        diagnostics.add(
            BindingCode.UNKNOWN_MEMBER,
            entry.key().place(),
            "unknown member `" + Shown.brief(written) + "`" + (at.isEmpty() ? "" : " of " + at),
            nearest.map(name -> "did you mean " + name + "?").orElse(""),
            nearest.isPresent() ? new String[0] : new String[] {allowed(type)});
      }
    }
    return meant;
  }

  private void refuseMissing(
      RecordType<?> type, Node.Mapping mapping, String at, Set<String> meant) {
    for (Member member : type.members()) {
      Optional<Node.Entry> written = mapping.entry(member.name());
      boolean missing = written.isEmpty() || isBlank(written.get().value());
      if (member.isRequired() && missing && !meant.contains(member.name())) {
        String path = at.isEmpty() ? member.name() : at + "." + member.name();
        diagnostics.add(
            BindingCode.MISSING_MEMBER,
            written.map(entry -> entry.key().place()).orElse(mapping.place()),
            path + " is missing",
            "write `" + member.name() + ":` " + whatFollows(member.kind()),
            "it means: " + member.doc());
      }
    }
  }

  private static String whatFollows(ValueKind kind) {
    return kind.fold(
        single -> "with " + single.form().description(),
        many -> "and a list below it",
        nested -> "and its members below it",
        tree -> "and a value");
  }

  private @Nullable Object create(
      RecordType<?> type,
      List<@Nullable Object> values,
      Node.Mapping mapping,
      String at,
      int mistakesBefore) {
    try {
      Record created = type.create(values);
      parts.add(new Part<>(created, type, at, mapping));
      return created;
    } catch (IllegalArgumentException e) {
      if (diagnostics.count() == mistakesBefore) {
        diagnostics.add(
            BindingCode.REFUSED,
            mapping.place(),
            (at.isEmpty() ? "the document" : at) + " is not possible",
            Shown.inline(String.valueOf(e.getMessage())));
      }
      return null;
    }
  }

  private void wrongShape(Node node, String at, String expected, String instead, String... notes) {
    if (isUnreadable(node)) {
      return;
    }
    String found = node.fold(scalar -> "one value", sequence -> "a list", mapping -> "a mapping");
    diagnostics.add(
        BindingCode.WRONG_SHAPE,
        node.place(),
        at + " must be " + expected + ", not " + found,
        instead,
        notes);
  }

  private static String allowed(RecordType<?> type) {
    return "members: " + String.join(", ", type.memberNames());
  }

  private static boolean isBlank(Node node) {
    return node.isUnstated() && !isUnreadable(node);
  }

  private static boolean isUnreadable(Node node) {
    return node instanceof Node.Scalar scalar && scalar.style() == Node.Style.UNREADABLE;
  }

  /** What names an element of a list in messages, if it has a key that can be read. */
  private static Optional<String> name(ValueKind kind, Node element) {
    return key(kind, element)
        .map(scalar -> Shown.inline(scalar.text().strip()))
        .filter(key -> key.codePointCount(0, key.length()) <= LONGEST_SHOWN_KEY);
  }

  private static Optional<Node.Scalar> key(ValueKind kind, Node element) {
    if (!(kind instanceof ValueKind.Nested nested) || !(element instanceof Node.Mapping mapping)) {
      return Optional.empty();
    }
    return nested
        .type()
        .key()
        .flatMap(member -> mapping.get(member.name()))
        .flatMap(
            node ->
                node instanceof Node.Scalar scalar && !scalar.isUnstated()
                    ? Optional.of(scalar)
                    : Optional.empty());
  }
}
