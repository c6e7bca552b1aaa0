package tribune.intake;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import tribune.decision.Proposal;
import tribune.document.Diagnostic;
import tribune.document.Node;
import tribune.document.Place;
import tribune.document.Reading;
import tribune.document.Source;

/**
 * What came of reading one line of a file. Immutable.
 *
 * @param number of the line, or of the first line of a row, from 1
 * @param source of the line, whose places count in the file
 * @param proposal or all its mistakes
 * @param tree what the line states, if its form is sound
 */
public record ReadLine(int number, Source source, Reading<Proposal> proposal, Optional<Node> tree) {
  public ReadLine {
    requireNonNull(source, "source");
    requireNonNull(proposal, "proposal");
    requireNonNull(tree, "tree");
  }

  /** Rejected for its mistakes. */
  public RejectedLine rejected() {
    return rejected(proposal.diagnostics());
  }

  /** Rejected, sound as it is, for a reason that somebody else found. */
  public RejectedLine refused(String reason) {
    Place place = tree.map(Node::place).orElse(source.span(0, 1));
    return rejected(List.of(Diagnostic.of(IntakeCode.REFUSED, source, reason).at(place)));
  }

  private RejectedLine rejected(List<Diagnostic> reasons) {
    return new RejectedLine(number, reasons, tree, source.text());
  }
}
