package tribune.document;

import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The schema that Jenkins publishes for the JUnit XML it reads. */
public final class JUnitSchema {
  private JUnitSchema() {}

  /**
   * Returns only if a document fits the schema.
   *
   * @throws SAXException if it does not, and where
   */
  public static void requireValid(String xml) throws SAXException, IOException {
    URL schema = Objects.requireNonNull(JUnitSchema.class.getResource("jenkins-junit.xsd"));
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(schema)
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
  }
}
