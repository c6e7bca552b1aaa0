package tribune.rulebase.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import tribune.rulebase.Principle;

/** All there is to say of a principle. */
public record PrinciplePage(Principle principle) {
  private static final List<String> COLUMNS = List.of("check", "severity", "title");

  public PrinciplePage {
    requireNonNull(principle, "principle");
  }

  /** The page for people. */
  public Page page() {
    List<List<Words>> rows =
        principle.checks().stream()
            .map(
                check ->
                    List.of(
                        Words.page(check.id()),
                        Words.of(check.severity().name()),
                        Words.of(check.title())))
            .toList();
    Page.Sections sections = new Page.Sections();
    sections.add("Why", Part.paragraph(principle.why()));
    sections.add(
        "Its checks",
        rows.isEmpty() ? Part.paragraph("It has none.") : new Part.Grid(COLUMNS, 0, rows));
    return new Page(
        principle.id(),
        principle.id() + " " + principle.title(),
        List.of(Part.paragraph(principle.statement())),
        sections.list());
  }
}
