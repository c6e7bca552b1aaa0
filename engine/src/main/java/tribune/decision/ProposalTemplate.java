package tribune.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tribune.schema.Member;
import tribune.schema.RecordType;
import tribune.schema.Template;

/**
 * Blank proposals with the questions that the checks of a rule base ask of decisions of a kind, in
 * the order in which people answer them.
 */
public final class ProposalTemplate {
  private static final String HEAD =
      """
      # A proposal of kind KIND, with the questions of RULEBASE.
      #
      # Write each answer behind the name below its question. What you do not know yet stays blank.
      # Blank means not stated. It is no answer, and is never taken for a pass: a check that needs the
      # answer asks for it, and may hold the verdict at INCOMPLETE until it is there.
      #
      # A list shows one entry: repeat it, or leave it blank. Short names are yours to choose; other
      # sections refer to them.
      # Values look like this: yes, no; 35%; 90 days; 12 months; 2025-03-11; 2.5M USD. Text that holds
      # a colon or begins with a sign stands in quotes.
      #
      # Below a question stands which checks ask for the fact, and which read it as well, such as to
      # see how much is at stake. `rules show LTR-03` explains a check, and `audit --dry-run FILE` says
      # what is still missing.
      """;

  private static final String REST =
      """

      # Optional: no check asks for these in a decision of this kind. They help whoever reads it.
      """;

  /** In the order of answering: what, for whom, what is known, what it does, who carries it. */
  private static final List<String> ORDER =
      List.of(
          "decision",
          "segments",
          "evidence",
          "gaps",
          "netEffect",
          "value",
          "harms",
          "removals",
          "journeys",
          "touchpoints",
          "metrics",
          "financials",
          "benchmarks",
          "improvements",
          "anticipations",
          "departments",
          "dissents",
          "handoffs",
          "employees",
          "leadership",
          "readiness",
          "pilot",
          "promises",
          "messages",
          "disclosure",
          "remedy",
          "feedback",
          "review");

  /** What a record needs to be read at all, whoever asks. */
  private static final Set<String> ALWAYS =
      Set.of(
          "decision",
          "decision.id",
          "decision.kind",
          "decision.title",
          "decision.summary",
          "decision.submittedOn");

  private ProposalTemplate() {}

  /**
   * A commented YAML document for a decision of {@code kind}; it can be read as it stands once the
   * id and the title are filled in.
   *
   * @param asked what the checks that can apply to decisions of this kind want to know
   */
  public static String of(Kind kind, Asked asked) {
    Questions questions = new Questions(kind, asked);
    List<Member> sections =
        RecordType.of(Proposal.class).members().stream()
            .filter(section -> questions.wants(section.name(), section))
            .sorted(Comparator.comparingInt(ProposalTemplate::rank))
            .toList();
    return HEAD.replace("KIND", kind.name()).replace("RULEBASE", asked.by())
        + "\n"
        + Template.of(sections, questions)
        + REST
        + rest(questions);
  }

  /** Sections without a place in the order come last. */
  private static int rank(Member section) {
    int place = ORDER.indexOf(section.name());
    return place < 0 ? ORDER.size() : place;
  }

  /** What the template does not ask for, a line each. */
  private static String rest(Questions questions) {
    List<String> lines = new ArrayList<>();
    for (Member section : RecordType.of(Proposal.class).members()) {
      if (questions.wants(section.name(), section)) {
        addRest(section.name(), section, questions, lines);
      } else {
        lines.add(line(section.name(), section.doc()));
      }
    }
    return String.join("", lines);
  }

  private static void addRest(String path, Member owner, Questions questions, List<String> lines) {
    for (Member member : owner.kind().records().orElseThrow().members()) {
      String inner = path + "." + member.name();
      if (!questions.wants(inner, member)) {
        lines.add(line(inner, Template.question(member)));
      } else if (member.kind().records().isPresent()) {
        addRest(inner, member, questions, lines);
      }
    }
  }

  private static String line(String path, String question) {
    return Template.wrapped("#   ", "#     ", path + ": " + question);
  }

  /** What one template asks. */
  private record Questions(Kind kind, Asked asked) implements Template.Choice {
    /** Within a section that is asked for, what it cannot do without is asked for too. */
    @Override
    public boolean wants(String path, Member member) {
      return ALWAYS.contains(path)
          || asked.concerns(path)
          || (path.contains(".") && (member.isKey() || member.isRequired()));
    }

    /** That a check reads what names a record says nothing about the question. */
    @Override
    public List<String> remarks(String path, Member member) {
      boolean frame = member.isRequired() || member.kind().records().isPresent();
      return frame ? asked.askers(path) : asked.remarks(path);
    }

    @Override
    public Optional<String> value(String path) {
      return path.equals("decision.kind") ? Optional.of(kind.name()) : Optional.empty();
    }
  }
}
