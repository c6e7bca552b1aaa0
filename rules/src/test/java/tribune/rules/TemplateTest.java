package tribune.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tribune.decision.FilledTemplate;
import tribune.decision.Kind;
import tribune.decision.Proposal;
import tribune.decision.ProposalReader;
import tribune.decision.ProposalTemplate;
import tribune.document.Source;
import tribune.rulebase.Check;
import tribune.rulebase.ProposalQuestions;
import tribune.rulebase.cases.RuleCase;
import tribune.schema.Member;
import tribune.schema.RecordType;

/** Whoever answers the questions of a template has told the checks what they ask. */
class TemplateTest {
  @ParameterizedTest
  @EnumSource(Kind.class)
  void every_fact_that_a_check_asks_for_stands_there_with_a_question_and_the_check(Kind kind) {
    List<String> lines = template(kind).lines().toList();
    for (Check check : checksOf(kind)) {
      for (String path : check.asks()) {
        String question = comments(lines, path);
        Member member = RecordType.of(Proposal.class).at(path).orElseThrow();
        assertThat(question).as("%s of %s", path, check.id()).contains(check.id());
        assertThat(question).as("%s of %s", path, check.id()).contains(member.doc());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void every_question_is_one(Kind kind) {
    List<String> lines = template(kind).lines().toList();
    for (String path : FilledTemplate.paths(template(kind))) {
      assertThat(comments(lines, path)).as(path).contains("?");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void filled_in_it_reads_without_a_diagnostic(Kind kind) {
    Source filled = Source.of("filled.yaml", FilledTemplate.of(template(kind)));
    assertThat(ProposalReader.read(filled).diagnostics()).isEmpty();
  }

  @Test
  void whatever_a_check_says_is_missing_stands_in_the_template() {
    Map<Kind, List<String>> paths = new EnumMap<>(Kind.class);
    int missing = 0;
    for (RuleCase one : Shipped.cases()) {
      Kind kind = one.proposal().decision().kind();
      for (String path : one.expected().missing()) {
        assertThat(paths.computeIfAbsent(kind, it -> FilledTemplate.paths(template(it))))
            .as("%s: %s", one.expected().check(), one.expected().name())
            .contains(path.replaceAll("\\[[^\\]]*\\]", ""));
        missing++;
      }
    }
    assertThat(missing).isGreaterThan(20);
  }

  /** The comments above the line that asks for a member, as one line without the marks. */
  private static String comments(List<String> lines, String path) {
    List<String> paths = FilledTemplate.paths(String.join("\n", lines));
    int wanted = paths.indexOf(path);
    assertThat(wanted).as("%s stands in the template", path).isNotNegative();
    int member = -1;
    StringBuilder comments = new StringBuilder();
    for (String line : lines) {
      if (line.strip().startsWith("#")) {
        comments.append(line.strip().replaceFirst("# *", "")).append(' ');
        continue;
      }
      member += line.isBlank() ? 0 : 1;
      if (member == wanted) {
        return comments.toString();
      }
      comments.setLength(0);
    }
    return "";
  }

  private static List<Check> checksOf(Kind kind) {
    return Shipped.checks().stream()
        .filter(check -> check.kinds().isEmpty() || check.kinds().contains(kind))
        .toList();
  }

  private static String template(Kind kind) {
    return ProposalTemplate.of(kind, ProposalQuestions.of(Shipped.files(), kind).orThrow());
  }
}
