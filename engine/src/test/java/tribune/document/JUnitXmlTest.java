package tribune.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.SplittableRandom;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tribune.document.JUnitXml.Case;
import tribune.document.JUnitXml.Outcome;
import tribune.document.JUnitXml.Suite;

class JUnitXmlTest {
  private static final long SEED = 20261122;

  @Test
  void every_outcome_is_written_with_its_counts() {
    String text =
        JUnitXml.write(
            List.of(
                new Suite(
                    "rules check",
                    List.of(
                        Case.passed("long.drl", "sound"),
                        new Case("a.drl", "3:1", Outcome.FAILED, "RB-401", "never <matches>", "x"),
                        new Case("b.drl", "1:1", Outcome.ERROR, "RB-201", "", "two\nlines & more"),
                        new Case("c.drl", "", Outcome.SKIPPED, "", "not looked at", "")))));
    assertThat(text)
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites>
              <testsuite name="rules check" tests="4" failures="1" errors="1" skipped="1">
                <testcase classname="long.drl" name="sound"/>
                <testcase classname="a.drl" name="3:1">
                  <failure message="never &lt;matches&gt;" type="RB-401">x</failure>
                </testcase>
                <testcase classname="b.drl" name="1:1">
                  <error type="RB-201">two
            lines &amp; more</error>
                </testcase>
                <testcase classname="c.drl" name="">
                  <skipped>not looked at</skipped>
                </testcase>
              </testsuite>
            </testsuites>
            """);
  }

  @Test
  void every_outcome_fits_the_schema_of_jenkins() throws Exception {
    for (Outcome outcome : Outcome.values()) {
      for (String text : List.of("", "two\nlines & <more>", "\u0000\ud83d\ude00")) {
        Case each = new Case(text, text, outcome, text, text, text);
        JUnitSchema.requireValid(JUnitXml.write(List.of(new Suite(text, List.of(each, each)))));
      }
    }
    JUnitSchema.requireValid(JUnitXml.write(List.of()));
    assertThatThrownBy(
            () -> JUnitSchema.requireValid("<testsuites><testcase name=\"x\"/></testsuites>"))
        .isInstanceOf(SAXException.class);
  }

  @Test
  void any_text_is_read_back_by_an_xml_parser() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 300; round++) {
      String wild = wild(random);
      String text =
          JUnitXml.write(
              List.of(
                  new Suite(
                      wild, List.of(new Case(wild, wild, Outcome.FAILED, wild, wild, wild)))));
      Element failure =
          (Element)
              DocumentBuilderFactory.newInstance()
                  .newDocumentBuilder()
                  .parse(new InputSource(new StringReader(text)))
                  .getElementsByTagName("failure")
                  .item(0);
      assertThat(failure.getTextContent())
          .as("seed %d, round %d", SEED, round)
          .isEqualTo(expected(wild));
    }
  }

  private static String expected(String wild) {
    StringBuilder expected = new StringBuilder();
    wild.codePoints()
        .map(
            point ->
                point == '\t'
                        || point == '\n'
                        || (point >= 0x20
                            && (point < 0xD800 || point > 0xDFFF)
                            && point != 0xFFFE
                            && point != 0xFFFF)
                    ? point
                    : 0xFFFD)
        .forEach(expected::appendCodePoint);
    return expected.toString();
  }

  private static String wild(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(1, 40);
    for (int i = 0; i < length; i++) {
      int point =
          switch (random.nextInt(4)) {
            case 0 -> random.nextInt(0x20);
            case 1 -> "<>&\"']]>".charAt(random.nextInt(8));
            case 2 -> random.nextInt(0x20, 0x7F);
            default -> random.nextInt(0x110000);
          };
      text.appendCodePoint(point);
    }
    return text.toString();
  }
}
