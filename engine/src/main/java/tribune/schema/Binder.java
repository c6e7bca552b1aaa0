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

  private final Complaints complaints;
  private final List<Part<?>> parts = new ArrayList<>();

  private Binder(Diagnostics diagnostics) {
    this.complaints = new Complaints(diagnostics);
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
    RecordType<R> recordType = RecordType.of(type);
    Object bound = binder.mapping(recordType, root, "", Blank.REPORTED);
    if (bound == null && !diagnostics.hasErrors()) {
      binder.complaints.nothingStated(root, recordType);
    }
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
        nested -> mapping(nested.type(), node, at, blank),
        tree -> node);
  }

  private @Nullable Object scalar(ValueKind.Single<?> kind, Node node, String at) {
    if (!(node instanceof Node.Scalar scalar)) {
      complaints.noValue(node, at, kind.form());
      return null;
    }
    if (scalar.isUnstated()) {
      return null;
    }
    if (scalar.text().length() > kind.form().longest()) {
      complaints.tooLong(scalar, at, kind.form());
      return null;
    }
    return kind.form()
        .read(scalar.text().strip())
        .<@Nullable Object>fold(
            Understood.Value::value,
            misread -> {
              complaints.misread(misread, scalar, at);
              return null;
            });
  }

  private @Nullable Object list(ValueKind.Many kind, Node node, String at) {
    if (node.isUnstated()) {
      return null;
    }
    if (!(node instanceof Node.Sequence sequence)) {
      complaints.noList(node, at);
      return null;
    }
    List<Object> values = new ArrayList<>();
    Map<String, Place> keys = new HashMap<>();
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < sequence.elements().size(); i++) {
      Node element = sequence.elements().get(i);
      Optional<Node.Scalar> key = key(kind.element(), element);
      String elementAt = at + "[" + key.flatMap(Binder::shown).orElse(String.valueOf(i)) + "]";
      key.ifPresent(scalar -> refuseRepeatedKey(scalar, elementAt, keys));
      Object value =
          element.isUnstated()
              ? null
              : value(kind.element(), element, elementAt, Blank.PASSED_OVER);
      if (value != null && kind.order() == ValueKind.Order.SET && !seen.add(value)) {
        complaints.repeatedValue(element, at);
      } else if (value != null) {
        values.add(value);
      }
    }
    return kind.order() == ValueKind.Order.SET ? new LinkedHashSet<>(values) : values;
  }

  /** Names that look alike are the same name. */
  private void refuseRepeatedKey(Node.Scalar key, String at, Map<String, Place> keys) {
    String name = Normalizer.normalize(key.text().strip(), Normalizer.Form.NFC);
    Place first = keys.putIfAbsent(name, key.place());
    if (first != null) {
      complaints.repeatedKey(key, at, first);
    }
  }

  private @Nullable Object mapping(RecordType<?> type, Node node, String at, Blank blank) {
    if (node.isUnstated()) {
      return null;
    }
    if (!(node instanceof Node.Mapping mapping)) {
      complaints.noMapping(node, at, type);
      return null;
    }
    int mistakesBefore = complaints.count();
    Set<String> misspelt = complaints.unknownMembers(type, mapping, at);
    List<@Nullable Object> values = new ArrayList<>();
    boolean stated = false;
    for (Member member : type.members()) {
      Object value = member(member, mapping, at);
      values.add(value == null ? member.unstated() : value);
      stated |= !member.isUnstated(value);
    }
    boolean faulty = complaints.count() > mistakesBefore;
    if (!stated && !faulty && blank == Blank.PASSED_OVER) {
      return null;
    }
    complaints.missingMembers(type, mapping, at, misspelt);
    return create(new Values(type, values), mapping, at, mistakesBefore);
  }

  private @Nullable Object member(Member member, Node.Mapping mapping, String at) {
    Optional<Node> written = mapping.get(member.name());
    if (written.isEmpty()) {
      return null;
    }
    String memberAt = at.isEmpty() ? member.name() : at + "." + member.name();
    Blank blank = member.isRequired() ? Blank.REPORTED : Blank.PASSED_OVER;
    return value(member.kind(), written.get(), memberAt, blank);
  }

  /** The values of a record, in the order of its members. */
  private record Values(RecordType<?> type, List<@Nullable Object> values) {}

  private @Nullable Record create(
      Values values, Node.Mapping mapping, String at, int mistakesBefore) {
    try {
      Record created = values.type().create(values.values());
      parts.add(new Part<>(created, values.type(), at, mapping));
      return created;
    } catch (IllegalArgumentException e) {
      if (complaints.count() == mistakesBefore) {
        complaints.refused(mapping, at, e);
      }
      return null;
    }
  }

  /** A key as messages show it, unless it is long. */
  private static Optional<String> shown(Node.Scalar key) {
    String name = Shown.inline(key.text().strip());
    boolean brief = name.codePointCount(0, name.length()) <= LONGEST_SHOWN_KEY;
    return brief ? Optional.of(name) : Optional.empty();
  }

  /** What names an element of a list of records, if it is written. */
  private static Optional<Node.Scalar> key(ValueKind kind, Node element) {
    if (!(kind instanceof ValueKind.Nested nested) || !(element instanceof Node.Mapping mapping)) {
      return Optional.empty();
    }
    return nested
        .type()
        .key()
        .flatMap(member -> mapping.get(member.name()))
        .flatMap(
            node -> node instanceof Node.Scalar scalar ? Optional.of(scalar) : Optional.empty())
        .filter(scalar -> !scalar.isUnstated());
  }
}
