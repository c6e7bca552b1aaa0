package tribune.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes results as JUnit XML, which build servers read. The same results are the same text: there
 * is neither a time nor a host name in it. Characters that XML 1.0 cannot hold become the
 * replacement character. Stateless. Source: the schema of Jenkins, in which what is skipped has a
 * text and no attributes.
 */
public final class JUnitXml {
  private static final String REPLACEMENT = "\uFFFD";

  private JUnitXml() {}

  /** How a case came out. */
  public enum Outcome {
    PASSED(""),
    /** What was tested is not as it should be. */
    FAILED("failure"),
    /** It could not be tested. */
    ERROR("error"),
    SKIPPED("skipped");

    private final String element;

    Outcome(String element) {
      this.element = element;
    }
  }

  /**
   * One thing that was looked at.
   *
   * @param group what it belongs to, such as a file; {@code classname} in the text
   * @param name what it is called within the group
   * @param kind what sort of failure or error it is, such as a code; may be empty
   * @param message one line; may be empty
   * @param detail all that is to be said; may be empty
   */
  public record Case(
      String group, String name, Outcome outcome, String kind, String message, String detail) {
    public Case {
      requireNonNull(group, "group");
      requireNonNull(name, "name");
      requireNonNull(outcome, "outcome");
      requireNonNull(kind, "kind");
      requireNonNull(message, "message");
      requireNonNull(detail, "detail");
    }

    public static Case passed(String group, String name) {
      return new Case(group, name, Outcome.PASSED, "", "", "");
    }
  }

  /** Cases that belong together, in the order in which they are written. */
  public record Suite(String name, List<Case> cases) {
    public Suite {
      requireNonNull(name, "name");
      cases = List.copyOf(cases);
    }

    long count(Outcome outcome) {
      return cases.stream().filter(it -> it.outcome() == outcome).count();
    }
  }

  /** The document, with a line end at its end. */
  public static String write(List<Suite> suites) {
    StringWriter text = new StringWriter();
    try {
      Document document = Document.begin(text);
      for (Suite suite : suites) {
        document.add(suite);
      }
      document.finish();
    } catch (IOException e) {
      throw new UncheckedIOException("writing XML to memory", e);
    }
    return text.toString();
  }

  /** A document that is written suite by suite, however many there are. Used by one thread. */
  public static final class Document {
    private final Writer out;
    private final XMLStreamWriter xml;

    private Document(Writer out, XMLStreamWriter xml) {
      this.out = out;
      this.xml = xml;
    }

    /**
     * Begins one.
     *
     * @param out stays open
     */
    public static Document begin(Writer out) throws IOException {
      try {
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
        xml.writeStartDocument(UTF_8.name(), "1.0");
        line(xml, 0);
        xml.writeStartElement("testsuites");
        return new Document(out, xml);
      } catch (XMLStreamException e) {
        throw new IOException(e);
      }
    }

    /** The next suite. */
    public void add(Suite suite) throws IOException {
      try {
        JUnitXml.write(xml, suite);
      } catch (XMLStreamException e) {
        throw new IOException(e);
      }
    }

    /** Writes the end, with a line end. */
    public void finish() throws IOException {
      try {
        line(xml, 0);
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
      } catch (XMLStreamException e) {
        throw new IOException(e);
      }
      out.append('\n').flush();
    }
  }

  private static void write(XMLStreamWriter xml, Suite suite) throws XMLStreamException {
    line(xml, 1);
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", safe(suite.name()));
    xml.writeAttribute("tests", Integer.toString(suite.cases().size()));
    xml.writeAttribute("failures", Long.toString(suite.count(Outcome.FAILED)));
    xml.writeAttribute("errors", Long.toString(suite.count(Outcome.ERROR)));
    xml.writeAttribute("skipped", Long.toString(suite.count(Outcome.SKIPPED)));
    for (Case each : suite.cases()) {
      write(xml, each);
    }
    line(xml, 1);
    xml.writeEndElement();
  }

  private static void write(XMLStreamWriter xml, Case each) throws XMLStreamException {
    line(xml, 2);
    if (each.outcome() == Outcome.PASSED) {
      xml.writeEmptyElement("testcase");
      names(xml, each);
      return;
    }
    xml.writeStartElement("testcase");
    names(xml, each);
    line(xml, 3);
    xml.writeStartElement(each.outcome().element);
    if (each.outcome() == Outcome.SKIPPED) {
      xml.writeCharacters(safe(each.detail().isEmpty() ? each.message() : each.detail()));
    } else {
      attribute(xml, "message", each.message());
      attribute(xml, "type", each.kind());
      xml.writeCharacters(safe(each.detail()));
    }
    xml.writeEndElement();
    line(xml, 2);
    xml.writeEndElement();
  }

  private static void names(XMLStreamWriter xml, Case each) throws XMLStreamException {
    xml.writeAttribute("classname", safe(each.group()));
    xml.writeAttribute("name", safe(each.name()));
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    if (!value.isEmpty()) {
      xml.writeAttribute(name, safe(value));
    }
  }

  private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static String safe(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (isXml(point)) {
                safe.appendCodePoint(point);
              } else {
                safe.append(REPLACEMENT);
              }
            });
    return safe.toString();
  }

  /** The production Char of XML 1.0; a carriage return would be read as a line feed. */
  private static boolean isXml(int point) {
    return point == '\t'
        || point == '\n'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
