package tribune.export.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tribune.decision.ProposalReader;
import tribune.document.Source;
import tribune.engine.AuditEngine;
import tribune.export.ExportCheck;
import tribune.export.ExportProgress;
import tribune.export.ExportRequest;
import tribune.export.ExportUnsound;
import tribune.export.ExportedBy;
import tribune.export.Exporter;
import tribune.export.JsonlFormat;
import tribune.rulebase.RuleBase;
import tribune.rulebase.SmallRuleBase;
import tribune.trail.Filter;
import tribune.trail.Samples;
import tribune.trail.TrailSetup;
import tribune.trail.jdbc.HomeTrail;

/** The page that people read: what stands on it, and that nothing in it can run or be cut. */
class HtmlFormatTest {
  private static final Instant AT = Instant.parse("2026-01-15T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);
  private static final Path GOLDEN = Path.of("src/test/resources/tribune/export/html");

  /** The page is written so that a reader of XML reads it, so any such reader can look at it. */
  private static final XPath XPATH = XPathFactory.newInstance().newXPath();

  private static final RuleBase RULES = SmallRuleBase.asShipped().load();

  @TempDir Path directory;
  private AuditEngine engine;
  private int exports;

  @BeforeEach
  void open() {
    TrailSetup setup =
        TrailSetup.of(CLOCK, new SecureRandom(), Samples.ACTOR, Samples.ENGINE, 1, "test");
    engine =
        new AuditEngine(
            RULES, HomeTrail.open(directory.resolve("home"), setup), CLOCK, Samples.ACTOR);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void a_history_looks_like_the_golden_page() throws IOException {
    audit("BAGS", "Fee for the first bag", "retroactive: yes, grandfathered: no");
    audit("SEATS", "Seats for a fee", "");
    check("report.html", page());
  }

  @Test
  void an_empty_history_is_a_page_too() throws Exception {
    engine.trail().append(Samples.draft("MADE", 1));
    String page = page(request().withFilter(Optional.of(Filter.ALL.withSearch("no such words"))));
    assertThat(page).contains("There are no audits in this export.");
    assertThat(texts(parsed(page), "//article")).isEmpty();
    check("empty.html", page);
  }

  @Test
  void every_link_leads_to_a_place_on_the_page_and_every_place_is_named_once() throws Exception {
    audit("BAGS", "Fee", "retroactive: yes, grandfathered: no");
    audit("SEATS", "Seats", "retroactive: no");
    Document page = parsed(page());
    List<String> places = texts(page, "//@id");
    assertThat(places).doesNotHaveDuplicates();
    requireLinksToLead(page, directory.resolve("exports/0"));
  }

  @Test
  void nothing_on_it_runs_or_comes_from_elsewhere() throws Exception {
    audit("BAGS", "Fee", "retroactive: yes, grandfathered: no");
    Document page = parsed(page());
    assertThat(texts(page, "//script|//iframe|//object|//embed|//link|//img|//form")).isEmpty();
    assertThat(texts(page, "//@src|//@style|//@*[starts-with(name(), 'on')]")).isEmpty();
    assertThat(texts(page, "//@href")).allMatch(link -> link.startsWith("#"));
    assertThat(texts(page, "//meta/@content"))
        .anyMatch(it -> it.startsWith("default-src 'none'; style-src 'sha256-"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\" onmouseover=\"alert(1)",
        "' x='",
        "&lt;b&gt; &amp; &#x41;",
        "</title></style></textarea><img src=x>",
        "]]><!--",
        "{{verdict}} {{{style}}}",
        "caf\u00e9 \ud83d\ude00 \u4e2d\u6587 \u0639\u0631\u0628\u064a",
        "=cmd|'/c calc'!A1"
      })
  void a_text_is_shown_as_it_is_and_does_nothing(String title) throws Exception {
    audit("HOSTILE", title, "retroactive: yes, grandfathered: no");
    Document page = parsed(page());
    assertThat(texts(page, "//article/h3/span/bdi")).containsExactly(title);
    assertThat(texts(page, "//script|//img|//@onmouseover")).isEmpty();
  }

  @Test
  void a_text_that_turns_the_direction_around_stays_in_its_place() throws Exception {
    String turned = "\u202egnp.exe \u2066";
    engine.trail().append(Samples.draft("MADE", 1, turned, List.of(), Samples.passing()));
    assertThat(texts(parsed(page()), "//article/h3/span/bdi")).containsExactly(turned);
    assertThat(texts(parsed(page()), "//td/bdi")).contains(turned);
  }

  @Test
  void what_html_does_not_allow_becomes_a_replacement_character() throws Exception {
    engine
        .trail()
        .append(
            Samples.draft(
                "MADE", 1, "a\u0001b\u007fc\u0085d\ufffee", List.of(), Samples.passing()));
    assertThat(texts(parsed(page()), "//article/h3/span/bdi"))
        .containsExactly("a\ufffdb\ufffdc\ufffdd\ufffde");
  }

  @Test
  void what_a_page_does_not_take_stands_on_the_next_ones() throws Exception {
    for (String id : List.of("A", "B", "C", "D", "E")) {
      audit(id, "Fee " + id, "");
    }
    String first = page(ExportRequest.of(List.of(new HtmlFormat(2))));
    Path export = directory.resolve("exports/0");
    List<Document> pages =
        List.of(
            parsed(first),
            parsed(Files.readString(export.resolve("report-2.html"), UTF_8)),
            parsed(Files.readString(export.resolve("report-3.html"), UTF_8)));
    assertThat(export.resolve("report-4.html")).doesNotExist();
    assertThat(texts(pages.get(0), "//article/h3/bdi")).containsExactly("A@1", "B@1");
    assertThat(texts(pages.get(1), "//article/h3/bdi")).containsExactly("C@1", "D@1");
    assertThat(texts(pages.get(2), "//article/h3/bdi")).containsExactly("E@1");
    assertThat(texts(pages.get(0), "//ul[@class='counts']/li/b")).containsExactly("5");
    assertThat(texts(pages.get(0), "//figure")).hasSize(3);
    assertThat(texts(pages.get(0), "//section[@id='overview']/ul/li"))
        .containsExactly(
            texts(pages.get(0), "//ul[@class='counts']/li").get(0),
            "Page 2: 2 audits, recorded 2026-01-15 to 2026-01-15",
            "Page 3: 1 audits, recorded 2026-01-15 to 2026-01-15");
    assertThat(texts(pages.get(0), "//nav[@class='pages']/a/@href"))
        .containsExactly("report-2.html");
    assertThat(texts(pages.get(1), "//nav[@class='pages']/a/@href"))
        .containsExactly("report.html", "report-3.html");
    assertThat(texts(pages.get(2), "//nav[@class='pages']/a/@href"))
        .containsExactly("report-2.html");
    for (Document page : pages) {
      requireLinksToLead(page, export);
      assertThat(texts(page, "//section[@id='rules']//summary")).isNotEmpty();
      assertThat(texts(page, "//section[@id='genuine']//pre")).hasSize(1);
    }
  }

  @Test
  void as_many_audits_as_a_page_takes_are_one_page() throws Exception {
    audit("A", "first", "");
    audit("B", "second", "");
    Document page = parsed(page(ExportRequest.of(List.of(new HtmlFormat(2)))));
    assertThat(directory.resolve("exports/0/report-2.html")).doesNotExist();
    assertThat(texts(page, "//nav[@class='pages']")).isEmpty();
  }

  @Test
  void pages_are_written_again_and_compared() throws IOException {
    for (String id : List.of("A", "B", "C")) {
      audit(id, "Fee " + id, "");
    }
    HtmlFormat format = new HtmlFormat(1);
    page(ExportRequest.of(List.of(new JsonlFormat(), format)));
    Path export = directory.resolve("exports/0");
    ExportCheck check =
        new ExportCheck(
            export, ExportCheck.keyIn(export), List.of(format), Samples.ENGINE.tribune());
    assertThat(
            check
                .check(Optional.empty(), ExportCheck.Signing.OPTIONAL, ExportProgress.SILENT)
                .derived())
        .containsExactly("html");
    Path second = export.resolve("report-2.html");
    Files.writeString(second, Files.readString(second, UTF_8).replace("Fee B", "Fee X"), UTF_8);
    assertThatThrownBy(
            () ->
                check.check(Optional.empty(), ExportCheck.Signing.OPTIONAL, ExportProgress.SILENT))
        .isInstanceOf(ExportUnsound.class)
        .hasMessageContaining("report-2.html, line ");
  }

  private static void requireLinksToLead(Document page, Path export) throws Exception {
    List<String> places = texts(page, "//@id");
    assertThat(texts(page, "//@href"))
        .isNotEmpty()
        .allSatisfy(
            link -> {
              if (link.startsWith("#")) {
                assertThat(places).contains(link.substring(1));
              } else {
                assertThat(export.resolve(link)).isRegularFile();
              }
            });
  }

  @Test
  void the_same_history_gives_the_same_page() throws IOException {
    audit("BAGS", "Fee", "retroactive: yes, grandfathered: no");
    audit("SEATS", "Seats", "retroactive: no");
    assertThat(page()).isEqualTo(page());
  }

  private void audit(String id, String title, String facts) {
    String text =
        "decision: {id: "
            + id
            + ", title: \""
            + title.replace("\\", "\\\\").replace("\"", "\\\"")
            + "\", kind: PRICING, adverse: yes"
            + (facts.isEmpty() ? "" : ", " + facts)
            + "}\ndepartments: [{name: \"Digital & <Sales>\"}]\n";
    engine.audit(ProposalReader.read(Source.of("proposal.yaml", text)).orThrow());
  }

  private static ExportRequest request() {
    return ExportRequest.of(List.of(new HtmlFormat()));
  }

  private String page() throws IOException {
    return page(request());
  }

  private String page(ExportRequest request) throws IOException {
    Path export = directory.resolve("exports/" + exports++);
    new Exporter(engine.trail(), Samples.ENGINE)
        .export(
            request,
            export,
            new ExportedBy(Samples.ACTOR, AT, ExportedBy.Recording.NOT_RECORDED),
            ExportProgress.SILENT);
    return Files.readString(export.resolve("report.html"), UTF_8);
  }

  private static Document parsed(String page) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
  }

  private static List<String> texts(Document page, String path) throws Exception {
    NodeList nodes = (NodeList) XPATH.evaluate(path, page, XPathConstants.NODESET);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  private static void check(String name, String page) throws IOException {
    String stable =
        page.replaceAll("\\b[0-9a-f]{64}\\b", "(hash)")
            .replaceAll("\\+[0-9a-f]{8}\\+[A-Za-z0-9+/]{44}", "+(key)")
            .replaceAll("tribune\\.local/[0-9a-f]{8}", "(trail)")
            .replaceAll("(?s)<style>.*?</style>", "<style>(style)</style>")
            .replaceAll(Pattern.quote("'sha256-") + "[^']*'", "'sha256-(style)'");
    Path golden = GOLDEN.resolve(name);
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, stable, UTF_8);
    }
    assertThat(stable).isEqualTo(Files.readString(golden, UTF_8));
  }
}
