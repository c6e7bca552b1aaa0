package tribune.decision;

import static java.util.stream.Collectors.joining;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import tribune.schema.Member;
import tribune.schema.RecordType;
import tribune.schema.ValueKind;

/**
 * Fills in a template as somebody would who answers every question: each blank gets an answer of
 * the kind that its question asks for.
 */
public final class FilledTemplate {
  /**
   * What has to agree with other answers: days that have an order, and that it is decided to act.
   */
  private static final Map<String, String> FITTING =
      Map.ofEntries(
          Map.entry("decision.id", "filled-in"),
          Map.entry("decision.submittedOn", "2026-01-10"),
          Map.entry("decision.announcedOn", "2026-01-20"),
          Map.entry("decision.notNow", "no"),
          Map.entry("decision.effectiveOn", "2026-03-01"),
          Map.entry("evidence.collectedFrom", "2025-11-01"),
          Map.entry("evidence.collectedTo", "2025-12-15"),
          Map.entry("evidence.sha256", "0".repeat(64)),
          Map.entry("improvements.on", "2025-06-01"),
          Map.entry("review.on", "2026-09-01"));

  private final Deque<Step> path = new ArrayDeque<>();

  private FilledTemplate() {}

  /** A name that a line gives, and the column it begins in. */
  private record Step(int column, String name) {}

  /** The template with an answer to every question. */
  public static String of(String template) {
    FilledTemplate filled = new FilledTemplate();
    return template.lines().map(filled::line).collect(joining("\n", "", "\n"));
  }

  /** The path of the member that each line asks for, in order. */
  public static List<String> paths(String template) {
    FilledTemplate filled = new FilledTemplate();
    return template.lines().filter(FilledTemplate::isMember).map(filled::at).toList();
  }

  private String line(String line) {
    if (!isMember(line)) {
      return line;
    }
    Member member = RecordType.of(Proposal.class).at(at(line)).orElseThrow();
    boolean blank = line.endsWith(":") && member.kind().records().isEmpty();
    if (line.endsWith(": []")) {
      return line.replace("[]", "[" + answer(member) + "]");
    }
    return blank ? line + " " + answer(member) : line;
  }

  private static boolean isMember(String line) {
    return line.matches(" *(- )?\\w+:( \\S.*)?");
  }

  private String at(String line) {
    String name = line.replaceFirst("^[ -]*", "").replaceFirst(":.*", "");
    int column = line.indexOf(name);
    while (!path.isEmpty() && path.getLast().column() >= column) {
      path.removeLast();
    }
    path.addLast(new Step(column, name));
    return path();
  }

  private String path() {
    return path.stream().map(Step::name).collect(joining("."));
  }

  private String answer(Member member) {
    String fitting = FITTING.get(path());
    if (fitting != null) {
      return fitting;
    }
    if (member.isPath()) {
      return "decision.kind";
    }
    if (member.isKey() || member.refersTo().isPresent()) {
      return "it";
    }
    ValueKind kind = member.kind() instanceof ValueKind.Many many ? many.element() : member.kind();
    return answer(kind.description());
  }

  /** What the question itself gives as an example. */
  private static String answer(String form) {
    if (form.equals("yes or no")) {
      return "yes";
    }
    if (form.startsWith("one of ")) {
      return form.substring("one of ".length()).split(",", 2)[0];
    }
    if (form.matches("[A-Z_]+ or [A-Z_]+")) {
      return form.split(" ", 2)[0];
    }
    if (form.contains("such as ")) {
      String example = form.substring(form.indexOf("such as ") + "such as ".length());
      return example.split(" or |,", 2)[0];
    }
    if (form.startsWith("a whole number")) {
      return "3";
    }
    return "\"an answer: in words\"";
  }
}
