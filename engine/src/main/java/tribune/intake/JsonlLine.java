package tribune.intake;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tribune.decision.Proposal;
import tribune.decision.ProposalReader;
import tribune.document.Diagnostic;
import tribune.document.Diagnostics;
import tribune.document.Document;
import tribune.document.Node;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.document.YamlReader;

/**
 * A line of a jsonl file: a proposal, or one that was rejected before and is wrapped with its
 * reasons, see {@link RejectedLine#json}.
 */
record JsonlLine(String name, TextLine line) implements UnreadLine {
  private static final String PROPOSAL = "proposal";
  private static final String ERRORS = "errors";
  private static final String TEXT = "text";

  @Override
  public int bytes() {
    return line.bytes().length;
  }

  @Override
  public ReadLine read() {
    return Source.decode(name, line.content(), line.number())
        .fold(
            sound -> read(sound.value()),
            faulty ->
                unreadable(
                    Source.of(name, new String(line.content(), StandardCharsets.UTF_8)),
                    faulty.diagnostics().get(0)));
  }

  private ReadLine read(Source source) {
    if (!source.text().stripLeading().startsWith("{")) {
      return unreadable(
          source,
          Diagnostic.of(IntakeCode.NO_OBJECT, source, "this line is no JSON object")
              .at(source.span(0, 1))
              .label("begin it with {")
              .note("a jsonl file has one proposal a line, all of it on that line"));
    }
    Diagnostics diagnostics = new Diagnostics(source);
    Optional<Node> root = YamlReader.read(source, diagnostics).map(Document::root);
    if (root.isEmpty()) {
      return new ReadLine(line.number(), source, diagnostics.reading(null), Optional.empty());
    }
    boolean isWellFormed = !diagnostics.hasErrors();
    Optional<Diagnostic> waiting = waiting(root.get(), source);
    if (waiting.isPresent()) {
      return unreadable(source, waiting.get());
    }
    Node stated = unwrapped(root.get());
    Reading<Proposal> proposal = ProposalReader.read(new Document(source, stated), diagnostics);
    return new ReadLine(
        line.number(), source, proposal, isWellFormed ? Optional.of(stated) : Optional.empty());
  }

  private static Node unwrapped(Node root) {
    return root instanceof Node.Mapping wrapper ? wrapper.get(PROPOSAL).orElse(root) : root;
  }

  private static Optional<Diagnostic> waiting(Node root, Source source) {
    if (!(root instanceof Node.Mapping wrapper)
        || wrapper.get(ERRORS).isEmpty()
        || wrapper.get(PROPOSAL).isPresent()) {
      return Optional.empty();
    }
    return wrapper
        .entry(TEXT)
        .map(
            text ->
                Diagnostic.of(IntakeCode.NOT_MENDED, source, "this line was rejected and waits")
                    .at(text.key().place())
                    .label("write what this should be, with the name `proposal`, as an object"));
  }

  private ReadLine unreadable(Source source, Diagnostic mistake) {
    return new ReadLine(line.number(), source, Reading.faulty(mistake), Optional.empty());
  }
}
