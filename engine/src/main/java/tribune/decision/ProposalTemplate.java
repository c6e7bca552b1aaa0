package tribune.decision;

import static java.util.stream.Collectors.joining;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tribune.schema.Member;
import tribune.schema.RecordType;
import tribune.schema.Template;

/** Blank proposals with the questions that decisions of a kind are usually asked. */
public final class ProposalTemplate {
  private static final String HEAD =
      """
      # A proposal of kind KIND.
      # Fill in what is known. What is left blank is not stated, and not stated never means no.
      # Values: yes, no; 35%; 90 days; 12 months; 2025-03-11; 2.5M USD.
      """;

  private static final List<String> ALWAYS =
      List.of(
          "decision",
          "departments",
          "segments",
          "evidence",
          "gaps",
          "metrics",
          "netEffect",
          "harms",
          "dissents",
          "disclosure",
          "review",
          "leadership",
          "sources",
          "provenance");

  private static final Map<Kind, List<String>> OFTEN = often();

  private ProposalTemplate() {}

  /**
   * A commented YAML document for a decision of {@code kind}; it can be read as it stands once the
   * id and the title are filled in.
   */
  public static String of(Kind kind) {
    RecordType<Proposal> type = RecordType.of(Proposal.class);
    Set<String> sections = new HashSet<>(ALWAYS);
    sections.addAll(OFTEN.getOrDefault(kind, List.of()));
    String body =
        Template.of(
            type, member -> sections.contains(member.name()), Map.of("decision.kind", kind.name()));
    String others =
        type.members().stream()
            .filter(member -> !sections.contains(member.name()))
            .map(ProposalTemplate::line)
            .collect(joining());
    return HEAD.replace("KIND", kind.name())
        + "\n"
        + body
        + "\n# Further sections, where they matter:\n"
        + others;
  }

  private static String line(Member section) {
    return "#   " + section.name() + ": " + section.doc() + "\n";
  }

  private static Map<Kind, List<String>> often() {
    Map<Kind, List<String>> often = new EnumMap<>(Kind.class);
    often.put(Kind.POLICY, List.of("journeys", "promises", "remedy", "employees", "feedback"));
    often.put(
        Kind.INVESTMENT, List.of("financials", "benchmarks", "improvements", "anticipations"));
    often.put(
        Kind.PROCESS,
        List.of("touchpoints", "journeys", "handoffs", "readiness", "employees", "feedback"));
    often.put(
        Kind.PRODUCT,
        List.of("touchpoints", "removals", "pilot", "readiness", "value", "remedy", "feedback"));
    often.put(Kind.PRICING, List.of("financials", "value", "promises", "remedy"));
    often.put(Kind.COMMUNICATION, List.of("touchpoints", "promises", "messages", "feedback"));
    return often;
  }
}
