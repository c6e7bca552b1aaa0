package tribune.rulebase.layout;

import java.util.List;
import java.util.Optional;
import tribune.document.Diagnostic;
import tribune.document.Node;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.document.YamlReader;
import tribune.rulebase.RuleOutline;

/** The layout of one file. Stateless; a file that is laid out is laid out as it is. */
public final class FileLayout {
  private static final String DRL = ".drl";

  private FileLayout() {}

  /**
   * The text of a file, laid out.
   *
   * @return diagnostics if the file has mistakes in its form; what it means is not looked at
   */
  public static Reading<String> of(Source source) {
    return source.name().endsWith(DRL) ? drl(source) : yaml(source);
  }

  private static Reading<String> drl(Source source) {
    return RuleOutline.read(source)
        .then(
            before -> {
              String text = DrlLayout.of(source.text());
              boolean isSame =
                  DrlToken.texts(source.text()).equals(DrlToken.texts(text))
                      && RuleOutline.read(Source.of(source.name(), text))
                          .fold(
                              after -> names(after.value()).equals(names(before)), broken -> false);
              return isSame ? new Reading.Sound<>(text, List.of()) : unsure(source);
            });
  }

  private static List<String> names(List<RuleOutline> rules) {
    return rules.stream().map(RuleOutline::name).toList();
  }

  private static Reading<String> yaml(Source source) {
    return YamlReader.read(source)
        .then(
            document -> {
              String text = YamlLayout.of(source, document.root());
              Optional<Node> after =
                  YamlReader.read(Source.of(source.name(), text))
                      .fold(sound -> Optional.of(sound.value().root()), broken -> Optional.empty());
              boolean isSame = after.filter(it -> SameValues.are(document.root(), it)).isPresent();
              return isSame ? new Reading.Sound<>(text, List.of()) : unsure(source);
            });
  }

  /** What is laid out is read again; if it says something else, the file is left alone. */
  private static Reading<String> unsure(Source source) {
    return Reading.faulty(
        Diagnostic.of(
                LayoutCode.CHANGES_MEANING,
                source,
                "the file cannot be laid out without changing what it says")
            .note("it is left as it is; please report it with the file"));
  }
}
