package tribune.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2, of which JSON is a part, into a tree with places. Anchors, aliases, tags, several
 * documents, member names that are not words, and members written twice are mistakes: each is a way
 * to write something that a reader of the file does not see.
 */
public final class YamlReader {
  /** How deep lists and mappings may be nested. */
  public static final int LIMIT_LEVELS = 64;

  /**
   * The parser (snakeyaml-engine 2.10) reads behind the end of a full buffer if a character of two
   * chars lies across it, so the buffer is never full.
   */
  private static final int SPARE_BUFFER = 16;

  private final Source source;
  private final Diagnostics diagnostics;
  private final Iterator<Event> events;

  /** Where the last part that was understood ends, in code points. */
  private int reached;

  private YamlReader(Source source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source.name())
            .setCodePointLimit(Source.LIMIT_BYTES + 1)
            .setUseMarks(true)
            .setBufferSize(source.text().length() + SPARE_BUFFER)
            .build();
    this.events = new Parse(settings).parseString(JsonTabs.blanked(source.text())).iterator();
  }

  /** The tree of a source, or all mistakes in its form; never throws. */
  public static Reading<Document> read(Source source) {
    Diagnostics diagnostics = new Diagnostics(source);
    Optional<Document> document = read(source, diagnostics);
    return diagnostics.reading(document.orElse(null));
  }

  /**
   * The tree as far as it can be made out, so that what it says can be looked at too before the
   * mistakes are reported. Empty if there is no tree at all; then there is a diagnostic.
   */
  public static Optional<Document> read(Source source, Diagnostics diagnostics) {
    YamlReader reader = new YamlReader(source, diagnostics);
    try {
      return reader.document().map(root -> new Document(source, root));
    } catch (YamlEngineException e) {
      diagnostics.add(SyntaxMistake.of(e, source));
    } catch (TooDeep e) {
      diagnostics.add(
          DocumentCode.TOO_DEEP,
          e.place,
          "nested more than " + LIMIT_LEVELS + " levels deep",
          "level " + (LIMIT_LEVELS + 1));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // The parser takes some escapes apart without looking at them first.
      diagnostics.add(SyntaxMistake.escape(source, reader.reached));
    }
    return Optional.empty();
  }

  private Optional<Node> document() {
    @Nullable Node root = null;
    boolean started = false;
    while (events.hasNext()) {
      Event event = next();
      if (event instanceof DocumentStartEvent && started) {
        diagnostics.add(
            DocumentCode.SEVERAL_DOCUMENTS,
            place(event),
            "a second YAML document begins here",
            "put it in a file of its own");
        return Optional.ofNullable(root);
      }
      if (event instanceof DocumentStartEvent) {
        started = true;
        root = node(next(), 1);
      }
    }
    if (root == null || root.isUnstated()) {
      diagnostics.add(DocumentCode.EMPTY, source.span(0, 1), "the file states nothing", "");
      return Optional.empty();
    }
    return Optional.of(root);
  }

  private Node node(Event event, int level) {
    if (level > LIMIT_LEVELS) {
      throw new TooDeep(place(event));
    }
    refuseAnchor(event);
    if (event instanceof SequenceStartEvent start) {
      refuseTag(start.getTag(), event);
      return sequence(event, level);
    }
    if (event instanceof MappingStartEvent start) {
      refuseTag(start.getTag(), event);
      return mapping(event, level);
    }
    if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag(), event);
      Node.Style style =
          scalar.getScalarStyle() == ScalarStyle.PLAIN ? Node.Style.PLAIN : Node.Style.QUOTED;
      return new Node.Scalar(scalar.getValue(), style, place(event));
    }
    return new Node.Scalar("", Node.Style.UNREADABLE, place(event));
  }

  private Node sequence(Event start, int level) {
    List<Node> elements = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
      elements.add(node(event, level + 1));
    }
    return new Node.Sequence(elements, place(start));
  }

  private Node mapping(Event start, int level) {
    List<Node.Entry> entries = new ArrayList<>();
    Map<String, Place> written = new HashMap<>();
    for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
      Node key = node(event, level + 1);
      Node value = node(next(), level + 1);
      if (key instanceof Node.Scalar name && name.style() != Node.Style.UNREADABLE) {
        addOnce(new Node.Entry(name, value), entries, written);
      } else if (!(key instanceof Node.Scalar)) {
        diagnostics.add(
            DocumentCode.KEY_NOT_TEXT,
            place(event),
            "a member name must be a word",
            "write `name: value`");
      }
    }
    Place place = entries.isEmpty() ? place(start) : start(start, entries.get(0));
    return new Node.Mapping(entries, place);
  }

  /** A block mapping has no bracket to point at; its first name stands for it. */
  private Place start(Event start, Node.Entry first) {
    Place opening = place(start);
    return opening.length() > 0 ? opening : first.key().place();
  }

  private void addOnce(Node.Entry entry, List<Node.Entry> entries, Map<String, Place> written) {
    Place first = written.putIfAbsent(entry.key().text(), entry.key().place());
    if (first == null) {
      entries.add(entry);
      return;
    }
    diagnostics.add(
        DocumentCode.WRITTEN_TWICE,
        entry.key().place(),
        "`" + Shown.brief(entry.key().text()) + "` is written twice",
        "already stated in line " + first.line());
  }

  private void refuseAnchor(Event event) {
    if (event instanceof AliasEvent alias) {
      diagnostics.add(
          DocumentCode.ANCHOR,
          place(event),
          "YAML aliases are off",
          "write out what " + Shown.brief("*" + alias.getAlias()) + " stands for");
      return;
    }
    Optional<Anchor> anchor =
        event instanceof NodeEvent node ? node.getAnchor() : Optional.<Anchor>empty();
    if (anchor.isPresent()) {
      int from = index(event);
      int length = 1 + anchor.get().getValue().codePointCount(0, anchor.get().getValue().length());
      diagnostics.add(
          DocumentCode.ANCHOR,
          source.span(from, from + length),
          "YAML anchors are off",
          "leave out " + Shown.brief("&" + anchor.get()));
    }
  }

  private void refuseTag(Optional<?> tag, Event event) {
    if (tag.isPresent()) {
      diagnostics.add(
          DocumentCode.TAG,
          source.span(index(event), index(event) + 1),
          "YAML tags are off",
          "leave out the tag",
          "the kind of a value follows from its member");
    }
  }

  private Event next() {
    Event event = events.next();
    reached = event.getEndMark().orElseThrow().getIndex();
    return event;
  }

  private static int index(Event event) {
    return event.getStartMark().orElseThrow().getIndex();
  }

  private Place place(Event event) {
    int to = event.getEndMark().orElseThrow().getIndex();
    return source.span(index(event), to);
  }

  /** Ends the reading of a source that is nested too deep. */
  private static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;

    TooDeep(Place place) {
      super("nested too deep", null, false, false);
      this.place = place;
    }
  }
}
