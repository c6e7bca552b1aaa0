package tribune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tribune.document.Diagnostic;
import tribune.document.Reading;
import tribune.document.Source;

/** What docs/proposals.md says is so. */
class ProposalsManualTest {
  private static final Path MANUAL = Path.of("..", "docs", "proposals.md");
  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final String HEAD = "decision:\n  id: b\n  title: t\n";

  /** For each kind of the table, a proposal with a member of that kind at its end. */
  private static final Map<String, String> MEMBERS =
      Map.of(
          "yes or no", HEAD + "  kind: PRICING\n  adverse: ",
          "word of a list", HEAD + "  kind: ",
          "whole number", HEAD + "  kind: PRICING\nevidence:\n- id: E1\n  sampleSize: ",
          "number", HEAD + "  kind: PRICING\nmetrics:\n- id: M1\n  metric: NPS\n  baseline: ",
          "share", HEAD + "  kind: PRICING\n  reach: ",
          "change", HEAD + "  kind: PRICING\n  priceChange: ",
          "days", HEAD + "  kind: PRICING\ndisclosure:\n  notice: ",
          "months", HEAD + "  kind: PRICING\nfinancials:\n  payback: ",
          "day", HEAD + "  kind: PRICING\n  effectiveOn: ",
          "money", HEAD + "  kind: PRICING\nfinancials:\n  investment: ");

  @Test
  void the_example_is_read_without_a_mistake() throws IOException {
    MatchResult example = EXAMPLE.matcher(manual()).results().findFirst().orElseThrow();

    Proposal proposal = read(example.group(1)).orThrow();

    assertThat(Facts.of(proposal)).hasSize(6);
  }

  @Test
  void every_form_of_the_table_is_read_or_refused_as_it_says() throws IOException {
    List<String> rows =
        manual().lines().filter(line -> line.startsWith("| ") && line.contains("`")).toList();

    assertThat(rows).hasSameSizeAs(MEMBERS.keySet());
    for (String row : rows) {
      String[] cells = row.split("\\|", -1);
      String member = MEMBERS.get(cells[1].strip());
      for (String written : codes(cells[2])) {
        assertThat(read(member + written + "\n").diagnostics()).as(row + written).isEmpty();
      }
      for (String refused : codes(cells[3])) {
        List<Diagnostic> mistakes = read(member + refused + "\n").diagnostics();
        assertThat(mistakes).as(row + refused).hasSize(1);
      }
    }
  }

  private static List<String> codes(String cell) {
    return CODE.matcher(cell).results().map(match -> match.group(1)).toList();
  }

  private static String manual() throws IOException {
    return Files.readString(MANUAL);
  }

  private static Reading<Proposal> read(String text) {
    return ProposalReader.read(Source.of("proposals.md", text));
  }
}
