package tribune.rulebase.page;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import tribune.rulebase.Catalogue;
import tribune.rulebase.Check;
import tribune.rulebase.Principle;
import tribune.rulebase.RuleBaseDescription;

/**
 * The principles and checks of a rule base.
 *
 * @param sha256 the version of the rule base, in hex
 */
public record IndexPage(Catalogue catalogue, String sha256) {
  public static final String NAME = "README";

  private static final List<String> PRINCIPLES = List.of("principle", "title");
  private static final List<String> CHECKS = List.of("principle", "check", "severity", "title");

  public IndexPage {
    requireNonNull(catalogue, "catalogue");
    requireNonNull(sha256, "sha256");
  }

  /** How many there are: {@code 12 principles, 40 checks}. */
  public String counts() {
    return counted(catalogue.principles().size(), "principle")
        + ", "
        + counted(catalogue.checks().size(), "check");
  }

  /** The page for people; the counts come last. */
  public Page page() {
    List<List<Words>> principles = new ArrayList<>();
    List<List<Words>> checks = new ArrayList<>();
    for (Principle principle : catalogue.principles()) {
      principles.add(List.of(Words.page(principle.id()), Words.of(principle.title())));
      for (Check check : principle.checks()) {
        checks.add(
            List.of(
                Words.page(principle.id()),
                Words.page(check.id()),
                Words.of(check.severity().name()),
                Words.of(check.title())));
      }
    }
    RuleBaseDescription description = catalogue.description();
    Page.Sections sections = new Page.Sections();
    sections.add("Principles", new Part.Grid(PRINCIPLES, 0, principles));
    sections.add(
        "Checks", new Part.Grid(CHECKS, 1, checks), new Part.Paragraph(Words.of(counts())));
    return new Page(
        NAME,
        description.name() + " " + description.version(),
        List.of(
            Part.paragraph(Words.sentence(description.title())),
            Part.Terms.of(Part.Term.of("sha256", Words.code(sha256)))),
        sections.list());
  }

  private static String counted(int count, String what) {
    return count + " " + (count == 1 ? what : what + "s");
  }
}
