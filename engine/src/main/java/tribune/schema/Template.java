package tribune.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A blank YAML document of a record type: each member with its question and the way to answer it. A
 * blank template states nothing, so whoever fills it in may leave out whatever they do not know.
 */
public final class Template {
  private static final int WIDTH = 100;
  private static final String STEP = "  ";

  private final Choice choice;
  private final StringBuilder text = new StringBuilder();

  private Template(Choice choice) {
    this.choice = choice;
  }

  /** What a template shows. Paths lead through lists: {@code departments.state}. */
  public interface Choice {
    /** Whether to ask for the member at this path. */
    boolean wants(String path, Member member);

    /** What stands below the question, a line each. */
    List<String> remarks(String path, Member member);

    /** What is filled in. */
    default Optional<String> value(String path) {
      return Optional.empty();
    }
  }

  /** Where a member is written. */
  private record Spot(String path, String before, String indent, String required) {
    /** The indentation of comments: the column of the dash, if there is one. */
    String margin() {
      return before.endsWith("- ") ? before.substring(0, before.length() - 2) : indent;
    }

    Spot member(Member member) {
      return new Spot(path + "." + member.name(), before, indent, required);
    }

    Spot further() {
      return new Spot(path, indent, indent, required);
    }

    Spot section() {
      return new Spot(path, indent + STEP, indent + STEP, required);
    }

    Spot entry() {
      return new Spot(path, indent + STEP + "- ", indent + STEP + STEP, "required in each entry");
    }
  }

  /** The template of these members of a document, in this order. */
  public static String of(List<Member> members, Choice choice) {
    Template template = new Template(choice);
    for (Member member : members) {
      template.text.append(template.text.length() == 0 ? "" : "\n");
      template.member(member, new Spot(member.name(), "", "", "required"));
    }
    return template.text.toString();
  }

  /** The question of a member and the way to answer it, on one line. */
  public static String question(Member member) {
    return question(member, "required");
  }

  /**
   * A comment on lines that fit a page.
   *
   * @param before what the first line begins with
   * @param further what the other lines begin with
   */
  public static String wrapped(String before, String further, String words) {
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder(before);
    String empty = before;
    for (String word : words.split(" ", -1)) {
      if (line.length() + word.length() > WIDTH && line.length() > empty.length()) {
        lines.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(further);
        empty = further;
      }
      line.append(word).append(' ');
    }
    return lines.append(line.toString().stripTrailing()).append('\n').toString();
  }

  private void member(Member member, Spot spot) {
    comment(spot.margin() + "# ", spot.margin() + "# ", question(member, spot.required()));
    choice
        .remarks(spot.path(), member)
        .forEach(remark -> comment(spot.margin() + "#   ", spot.margin() + "#   ", remark));
    String name = spot.before() + member.name() + ":";
    member
        .kind()
        .fold(
            single -> line(choice.value(spot.path()).map(it -> name + " " + it).orElse(name)),
            many ->
                many.records().isPresent()
                    ? line(name).members(many.records().get(), spot.entry())
                    : line(name + " []"),
            nested -> line(name).members(nested.type(), spot.section()),
            tree -> line(name));
  }

  private Template members(RecordType<?> type, Spot first) {
    Spot next = first;
    for (Member member : type.members()) {
      Spot spot = next.member(member);
      if (choice.wants(spot.path(), member)) {
        member(member, spot);
        next = next.further();
      }
    }
    return this;
  }

  private static String question(Member member, String required) {
    List<String> remarks = new ArrayList<>();
    if (member.isRequired()) {
      remarks.add(required);
    }
    form(member).ifPresent(remarks::add);
    return remarks.isEmpty()
        ? member.doc()
        : member.doc() + " (" + String.join("; ", remarks) + ")";
  }

  private static Optional<String> form(Member member) {
    return member
        .kind()
        .fold(
            single -> said(single.form().description()),
            many ->
                Optional.of(
                    many.records().isPresent()
                        ? "a list: repeat the part that begins with a dash"
                        : said(many.element().description())
                            .map(each -> "a list in brackets, each " + each)
                            .orElse("a list in brackets")),
            nested -> Optional.empty(),
            tree -> Optional.empty());
  }

  private static Optional<String> said(String form) {
    return form.equals("text") || form.equals("a name") ? Optional.empty() : Optional.of(form);
  }

  private void comment(String before, String further, String words) {
    text.append(wrapped(before, further, words));
  }

  private Template line(String line) {
    text.append(line).append('\n');
    return this;
  }
}
