package tribune.export.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Everybody can tell the colours of the page apart, on a light screen, a dark one and on paper: the
 * contrast that WCAG 2.2 asks for (1.4.3 and 1.4.11), computed from the style sheet.
 */
class StyleTest {
  private static final double TEXT = 4.5;
  private static final double GRAPHIC = 3.0;
  private static final String VALUE = "var\\(--([a-z-]+)\\)";
  private static final Pattern PALETTE = Pattern.compile(":root\\{([^}]*)\\}");
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");

  /** Where a page is read; in the order in which the style sheet speaks of them. */
  private enum Medium {
    LIGHT,
    DARK,
    PAPER
  }

  private static Map<String, String> palette(Medium medium) {
    List<String> all =
        PALETTE.matcher(Templates.STYLE).results().map(found -> found.group(1)).toList();
    assertThat(all).hasSize(Medium.values().length);
    Map<String, String> colors = new TreeMap<>();
    for (int i : medium == Medium.LIGHT ? new int[] {0} : new int[] {0, medium.ordinal()}) {
      Matcher color = Pattern.compile("--([a-z-]+):(#[0-9a-f]+)").matcher(all.get(i));
      while (color.find()) {
        colors.put(color.group(1), color.group(2));
      }
    }
    return colors;
  }

  /** The rules beside the palettes, by selector. */
  private static Map<String, String> rules() {
    Map<String, String> rules = new TreeMap<>();
    Matcher rule = RULE.matcher(PALETTE.matcher(Templates.STYLE).replaceAll(""));
    while (rule.find()) {
      rules.merge(rule.group(1).strip(), rule.group(2), (one, two) -> one + ";" + two);
    }
    return rules;
  }

  /** The colours that rules give to a property, without those of marks before a text. */
  private static List<String> used(String property, Pattern selectors) {
    Pattern use = Pattern.compile("(?:^|;)" + property + "[^;]*?" + VALUE);
    return rules().entrySet().stream()
        .filter(rule -> selectors.matcher(rule.getKey()).find())
        .flatMap(rule -> use.matcher(rule.getValue()).results())
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void every_text_stands_out_from_every_ground(Medium medium) {
    List<String> texts = used("color:", Pattern.compile("^(?!.*::before)"));
    List<String> grounds = used("background:", Pattern.compile(""));
    assertThat(texts)
        .containsExactlyInAnyOrder("ink", "soft", "link", "fail", "incomplete", "pass", "error");
    assertThat(grounds).containsExactlyInAnyOrder("paper", "box");
    for (String text : texts) {
      for (String ground : grounds) {
        require(medium, text, ground, TEXT);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_bar_stands_out_and_so_does_the_number_in_it(Medium medium) {
    for (String style : List.of("fail", "incomplete", "pass", "error")) {
      String bar = fill("svg ." + style);
      require(medium, bar, "paper", GRAPHIC);
      require(medium, fill("svg .on-" + style), bar, TEXT);
    }
    require(medium, fill("svg text"), "paper", TEXT);
  }

  @ParameterizedTest
  @EnumSource
  void the_edge_that_tells_a_finding_stands_out(Medium medium) {
    List<String> edges = used("border-color:", Pattern.compile("^\\.finding\\."));
    assertThat(edges).containsExactlyInAnyOrder("fail", "incomplete", "error");
    List<String> marks = used("color:", Pattern.compile("::before"));
    assertThat(marks).containsExactly("incomplete-bar");
    Stream.concat(edges.stream(), marks.stream())
        .forEach(
            edge -> {
              require(medium, edge, "paper", GRAPHIC);
              require(medium, edge, "box", GRAPHIC);
            });
  }

  @ParameterizedTest
  @EnumSource
  void every_colour_is_one_of_the_palette(Medium medium) {
    String rest = PALETTE.matcher(Templates.STYLE).replaceAll("");
    assertThat(rest).doesNotContainPattern("#[0-9a-fA-F]{3}|rgb\\(|hsl\\(");
    TreeSet<String> named = new TreeSet<>();
    Pattern.compile(VALUE).matcher(rest).results().forEach(found -> named.add(found.group(1)));
    assertThat(palette(medium).keySet()).isEqualTo(named);
  }

  private static String fill(String selector) {
    return rules().entrySet().stream()
        .filter(rule -> List.of(rule.getKey().split(",")).contains(selector))
        .flatMap(rule -> Pattern.compile("fill:" + VALUE).matcher(rule.getValue()).results())
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no colour of " + selector));
  }

  private static void require(Medium medium, String front, String ground, double least) {
    Map<String, String> colors = palette(medium);
    assertThat(contrast(colors.get(front), colors.get(ground)))
        .as("%s on %s, %s", front, ground, medium)
        .isGreaterThanOrEqualTo(least);
  }

  /** WCAG 2.2, "contrast ratio". */
  private static double contrast(String one, String two) {
    double first = luminance(one);
    double second = luminance(two);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  /** WCAG 2.2, "relative luminance". */
  private static double luminance(String color) {
    String digits = color.substring(1);
    String six = digits.length() == 3 ? digits.replaceAll(".", "$0$0") : digits;
    return 0.2126 * linear(six, 0) + 0.7152 * linear(six, 2) + 0.0722 * linear(six, 4);
  }

  private static double linear(String digits, int at) {
    double value = Integer.parseInt(digits.substring(at, at + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
