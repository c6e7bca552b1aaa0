package tribune.schema;

import java.util.Map;
import java.util.function.Predicate;

/**
 * A blank YAML document of a record type: each member with its question and the way to answer it. A
 * blank template states nothing, so whoever fills it in may leave out whatever they do not know.
 */
public final class Template {
  private static final int WIDTH = 100;
  private static final String STEP = "  ";

  private final Map<String, String> known;
  private final StringBuilder text = new StringBuilder();

  private Template(Map<String, String> known) {
    this.known = known;
  }

  /**
   * The template.
   *
   * @param wanted which members of the document itself to include
   * @param known values to fill in, by path, such as {@code decision.kind}
   */
  public static String of(RecordType<?> type, Predicate<Member> wanted, Map<String, String> known) {
    Template template = new Template(known);
    for (Member member : type.members()) {
      if (wanted.test(member)) {
        template.text.append(template.text.length() == 0 ? "" : "\n");
        template.member(member, member.name(), "", "");
      }
    }
    return template.text.toString();
  }

  /**
   * Writes a member.
   *
   * @param first what stands before the first line of a record in a list: indentation and a dash
   */
  private void member(Member member, String path, String first, String indent) {
    comment(member, before(first, indent));
    String name = first + member.name() + ":";
    member
        .kind()
        .fold(
            single -> line(known.containsKey(path) ? name + " " + known.get(path) : name),
            many -> list(many, name, path, indent),
            nested -> line(name) + members(nested.type(), path, indent + STEP, indent + STEP),
            tree -> line(name));
  }

  private int list(ValueKind.Many many, String name, String path, String indent) {
    if (many.element() instanceof ValueKind.Nested nested) {
      line(name);
      return members(nested.type(), path, indent + STEP + "- ", indent + STEP + STEP);
    }
    return line(name + " []");
  }

  private int members(RecordType<?> type, String path, String first, String indent) {
    String before = first;
    for (Member member : type.members()) {
      member(member, path + "." + member.name(), before, indent);
      before = indent;
    }
    return type.members().size();
  }

  /** A comment stands in the column of the dash, if there is one. */
  private static String before(String first, String indent) {
    return first.endsWith("- ") ? first.substring(0, first.length() - 2) : indent;
  }

  private void comment(Member member, String indent) {
    String form =
        member
            .kind()
            .fold(
                single -> inBrackets(single.form().description()),
                many ->
                    many.element() instanceof ValueKind.Nested
                        ? " (a list: repeat the part that begins with a dash)"
                        : " (a list in brackets)" + inBrackets(many.element().description()),
                nested -> "",
                tree -> "");
    String required = member.isRequired() ? "REQUIRED: " : "";
    wrap(required + member.doc() + form, indent + "# ");
  }

  private static String inBrackets(String form) {
    return form.equals("text") || form.equals("a name") ? "" : " (" + form + ")";
  }

  private void wrap(String comment, String before) {
    StringBuilder line = new StringBuilder(before);
    for (String word : comment.split(" ", -1)) {
      if (line.length() + word.length() > WIDTH && line.length() > before.length()) {
        line(line.toString().stripTrailing());
        line = new StringBuilder(before);
      }
      line.append(word).append(' ');
    }
    line(line.toString().stripTrailing());
  }

  private int line(String line) {
    text.append(line).append('\n');
    return 1;
  }
}
