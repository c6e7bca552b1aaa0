package tribune.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tribune.document.Diagnostics;
import tribune.document.Node;
import tribune.document.Place;
import tribune.document.Shown;

/** The words in which the binder reports what it cannot bind. */
final class Complaints {
  private final Diagnostics diagnostics;

  Complaints(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** How many mistakes have been reported so far. */
  int count() {
    return diagnostics.count();
  }

  void misread(Understood.Misread<?> misread, Node.Scalar scalar, String at) {
    diagnostics.add(
        misread.code(),
        scalar.place(),
        misread.cause() + " for " + at,
        misread.instead(),
        misread.notes().toArray(String[]::new));
  }

  void tooLong(Node.Scalar scalar, String at, ValueForm<?> form) {
    diagnostics.add(
        BindingCode.TOO_LONG,
        scalar.place(),
        "value too long for " + at,
        form.longest() + " characters are allowed",
        "expected: " + form.description());
  }

  void noValue(Node node, String at, ValueForm<?> form) {
    wrongShape(node, at, "one value", "write " + form.description());
  }

  void noList(Node node, String at) {
    wrongShape(node, at, "a list", "begin each entry with a dash: `- ...`");
  }

  void noMapping(Node node, String at, RecordType<?> type) {
    wrongShape(node, named(at), "a mapping", "write `name: value` for each", allowed(type));
  }

  void nothingStated(Node node, RecordType<?> type) {
    diagnostics.add(
        BindingCode.MISSING_MEMBER, node.place(), "nothing is stated here", "", allowed(type));
  }

  void repeatedValue(Node element, String at) {
    diagnostics.add(
        BindingCode.REPEATED_VALUE,
        element.place(),
        "the same value twice in " + at,
        "leave it out");
  }

  void repeatedKey(Node.Scalar key, String at, Place first) {
    diagnostics.add(
        BindingCode.REPEATED_KEY,
        key.place(),
        "a second " + at,
        "the first is in line " + first.line() + "; give each its own name");
  }

  /** Reports unknown members; gives back the members that were probably meant. */
  Set<String> unknownMembers(RecordType<?> type, Node.Mapping mapping, String at) {
    Set<String> meant = new HashSet<>();
    List<String> unwritten =
        type.memberNames().stream().filter(name -> mapping.get(name).isEmpty()).toList();
    for (Node.Entry entry : mapping.entries()) {
      String written = entry.key().text();
      if (type.member(written).isEmpty()) {
        Optional<String> nearest = diagnostics.nearest(written, unwritten);
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

  /** Reports required members that are not written, but for those that are only misspelt. */
  void missingMembers(RecordType<?> type, Node.Mapping mapping, String at, Set<String> misspelt) {
    for (Member member : type.members()) {
      Optional<Node.Entry> written = mapping.entry(member.name());
      boolean missing = written.isEmpty() || isBlank(written.get().value());
      if (member.isRequired() && missing && !misspelt.contains(member.name())) {
        diagnostics.add(
            BindingCode.MISSING_MEMBER,
            written.map(entry -> entry.key().place()).orElse(mapping.place()),
            (at.isEmpty() ? "" : at + ".") + member.name() + " is missing",
            "write `" + member.name() + ":` " + whatFollows(member.kind()),
            (member.doc().contains("?") ? "it answers: " : "it means: ") + member.doc());
      }
    }
  }

  void refused(Node.Mapping mapping, String at, IllegalArgumentException why) {
    diagnostics.add(
        BindingCode.REFUSED,
        mapping.place(),
        named(at) + " is not possible",
        Shown.inline(String.valueOf(why.getMessage())));
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

  private static String named(String at) {
    return at.isEmpty() ? "the document" : at;
  }

  private static String whatFollows(ValueKind kind) {
    return kind.fold(
        single -> "with " + single.form().description(),
        many -> "and a list below it",
        nested -> "and its members below it",
        tree -> "and a value");
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
}
