package tribune.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tribune.document.Diagnostics;
import tribune.document.Document;
import tribune.document.Json;
import tribune.document.Node;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.document.YamlReader;
import tribune.schema.Binder;
import tribune.schema.Bound;
import tribune.schema.References;

/**
 * Reads proposals. Every mistake of a document is reported at once: in its form, in its members and
 * values, and in what they say together. Safe for use by several threads.
 */
public final class ProposalReader {
  private static final List<Consistency> CONSISTENCIES =
      List.of(
          new DateOrder(),
          new OneCurrency(),
          new NoContradiction(),
          new NothingDoneNow(),
          new MetricRanges(),
          new KnownPaths(),
          new FactLimit());

  private ProposalReader() {}

  /** Reads a YAML or JSON text. */
  public static Reading<Proposal> read(Source source) {
    Diagnostics diagnostics = new Diagnostics(source);
    Optional<Proposal> draft =
        YamlReader.read(source, diagnostics)
            .flatMap(document -> draft(document.root(), diagnostics));
    return diagnostics.reading(draft.orElse(null));
  }

  /** Reads a proposal that is a part of another document. */
  public static Reading<Proposal> read(Document part) {
    return read(part, new Diagnostics(part.source()));
  }

  /**
   * The same, where mistakes may have been found before.
   *
   * @param diagnostics of the source of {@code part}; added to
   */
  public static Reading<Proposal> read(Document part, Diagnostics diagnostics) {
    return diagnostics.reading(draft(part.root(), diagnostics).orElse(null));
  }

  /**
   * Reads a proposal that shows one point, as the tests of a rule base do: id and title may be left
   * out.
   *
   * @param title what to call it then
   */
  public static Reading<Proposal> readExample(Document part, String title) {
    return read(new Document(part.source(), named(part.root(), title)));
  }

  /**
   * Reads a proposal that was accepted before. What its facts say together is not asked again, so
   * that a stricter reader still reads old records.
   */
  public static Reading<Proposal> readRecorded(String name, Json recorded) {
    Diagnostics diagnostics = new Diagnostics(Source.of(name, ""));
    Bound<Proposal> bound = Binder.bind(Node.of(recorded), Proposal.class, diagnostics);
    return diagnostics.reading(bound.draft().orElse(null));
  }

  private static Optional<Proposal> draft(Node root, Diagnostics diagnostics) {
    Bound<Proposal> bound = Binder.bind(root, Proposal.class, diagnostics);
    References.examine(bound, diagnostics);
    CONSISTENCIES.forEach(consistency -> consistency.examine(bound, diagnostics));
    return bound.draft();
  }

  private static Node named(Node root, String title) {
    if (!(root instanceof Node.Mapping proposal)) {
      return root;
    }
    Node decision = proposal.get("decision").orElse(Node.Mapping.of(Map.of(), proposal.place()));
    if (!(decision instanceof Node.Mapping members)) {
      return root;
    }
    return proposal.with(
        "decision",
        members
            .withDefault("id", text("example", members))
            .withDefault("title", text(title, members)));
  }

  private static Node text(String text, Node at) {
    return new Node.Scalar(text, Node.Style.QUOTED, at.place());
  }
}
