package tribune.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import tribune.rulebase.Catalogue;
import tribune.rulebase.Check;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.RuleText;
import tribune.rulebase.ThresholdTable;
import tribune.rulebase.diff.LineDiff;
import tribune.rulebase.diff.RuleBaseDiff;
import tribune.rulebase.diff.RuleBaseDiff.Difference;
import tribune.rulebase.page.CheckPage;
import tribune.shell.render.Block;
import tribune.shell.render.Block.Column;
import tribune.shell.render.Block.Field;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.render.Text;
import tribune.shell.render.Tone;
import tribune.shell.workspace.NamedRules;

/** What differs between two rule bases, for people and programs. */
final class DiffReport {
  private final RuleBaseDiff diff;
  private final RuleBaseFiles before;
  private final RuleBaseFiles after;

  /** One member of a check that is not the same. */
  private record Change(String what, String before, String after) {}

  DiffReport(RuleBaseDiff diff, RuleBaseFiles before, RuleBaseFiles after) {
    this.diff = diff;
    this.before = before;
    this.after = after;
  }

  Report report() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Block.Fields.of(
            Field.of("from", name(diff.before(), before)),
            Field.of("to", name(diff.after(), after))));
    table(blocks, "Checks", "check", diff.checks().stream().flatMap(it -> rows(it).stream()));
    table(blocks, "Thresholds", "threshold", diff.thresholds().stream().map(DiffReport::row));
    if (!diff.rules().isEmpty()) {
      blocks.add(Block.Heading.of("Rules"));
      diff.rules().forEach(it -> blocks.add(Block.Verbatim.of(text(it))));
    }
    if (!diff.files().isEmpty()) {
      blocks.add(Block.Heading.of("Files"));
      blocks.add(files());
    }
    blocks.add(conclusion());
    return new Report(blocks, view());
  }

  private static String name(Catalogue catalogue, RuleBaseFiles files) {
    return catalogue.description().name()
        + " "
        + catalogue.description().version()
        + " ("
        + files.sha256().substring(0, NamedRules.DIGITS)
        + "), "
        + files.place();
  }

  private static void table(
      List<Block> blocks, String title, String what, Stream<List<Text>> rows) {
    List<List<Text>> all = rows.toList();
    if (!all.isEmpty()) {
      blocks.add(Block.Heading.of(title));
      blocks.add(
          new Block.Table(
              List.of(
                  Column.words(what),
                  Column.words("was"),
                  Column.words("what"),
                  Column.words("from, and to")),
              3,
              all));
    }
  }

  private static List<List<Text>> rows(Difference<Check> one) {
    List<List<Text>> rows = new ArrayList<>();
    if (one.before().isEmpty() || one.after().isEmpty()) {
      Check only = one.after().or(one::before).orElseThrow();
      rows.add(row(one, "", only.severity() + ", " + only.title()));
      return rows;
    }
    for (Change change : changes(one)) {
      rows.add(row(one, change.what(), change.before()));
      rows.add(row(one, change.what(), change.after()));
    }
    return rows;
  }

  private static List<Text> row(Difference<?> one, String what, String text) {
    return List.of(
        Text.of(one.name(), Tone.NAME), Text.of(one.word()), Text.of(what), Text.of(text));
  }

  private static List<Text> row(Difference<ThresholdTable.Entry> one) {
    String from = one.before().map(ThresholdTable.Entry::value).orElse("(none)");
    String to = one.after().map(ThresholdTable.Entry::value).orElse("(none)");
    return row(one, "value", from + " -> " + to);
  }

  private static List<Change> changes(Difference<Check> one) {
    Check old = one.before().orElseThrow();
    Check fresh = one.after().orElseThrow();
    List<Change> changes = new ArrayList<>();
    add(changes, "severity", old, fresh, it -> it.severity().name());
    add(changes, "title", old, fresh, Check::title);
    add(changes, "kinds", old, fresh, CheckPage::kinds);
    add(changes, "asks", old, fresh, it -> String.join(", ", new TreeSet<>(it.asks())));
    add(changes, "question", old, fresh, Check::question);
    add(changes, "remedy", old, fresh, Check::remedy);
    add(changes, "optional", old, fresh, it -> String.valueOf(it.optional()));
    if (changes.isEmpty()) {
      changes.add(new Change("basis, notes", "see its principle.yaml", "see its principle.yaml"));
    }
    return changes;
  }

  private static void add(
      List<Change> changes, String what, Check old, Check fresh, Function<Check, String> member) {
    String from = member.apply(old);
    String to = member.apply(fresh);
    if (!from.equals(to)) {
      changes.add(new Change(what, from, to));
    }
  }

  private static String text(Difference<RuleText> rule) {
    StringBuilder text = new StringBuilder(rule.word() + ": " + rule.name() + "\n");
    lines(rule).forEach(line -> text.append("  ").append(line).append('\n'));
    return text.toString();
  }

  private static List<LineDiff.Line> lines(Difference<RuleText> rule) {
    return LineDiff.of(
        rule.before().map(RuleText::text).orElse(""), rule.after().map(RuleText::text).orElse(""));
  }

  private Block files() {
    return new Block.Table(
        List.of(Column.words("file"), Column.words("was")),
        diff.files().stream()
            .map(it -> List.of(Text.of(it.name(), Tone.NAME), Text.of(it.word())))
            .toList());
  }

  private Block conclusion() {
    return diff.isEmpty()
        ? Block.Conclusion.of("THE SAME", Tone.GOOD, "both have the same files")
        : Block.Conclusion.of(
            "DIFFERENT",
            Tone.CAUTION,
            "checks "
                + diff.checks().size()
                + ", thresholds "
                + diff.thresholds().size()
                + ", rules "
                + diff.rules().size()
                + ", files "
                + diff.files().size());
  }

  private JsonView view() {
    return JsonView.members()
        .put("from", view(diff.before(), before))
        .put("to", view(diff.after(), after))
        .put("same", JsonView.Truth.of(diff.isEmpty()))
        .put("checks", JsonView.elements(diff.checks().stream().map(DiffReport::check).toList()))
        .put(
            "thresholds",
            JsonView.elements(diff.thresholds().stream().map(DiffReport::threshold).toList()))
        .put("rules", JsonView.elements(diff.rules().stream().map(DiffReport::rule).toList()))
        .put("files", JsonView.elements(diff.files().stream().map(DiffReport::named).toList()));
  }

  private static JsonView view(Catalogue catalogue, RuleBaseFiles files) {
    return JsonView.members()
        .put("name", catalogue.description().name())
        .put("version", catalogue.description().version())
        .put("sha256", files.sha256());
  }

  private static JsonView.Members named(Difference<?> one) {
    return JsonView.members().put("name", one.name()).put("was", one.word());
  }

  private static JsonView check(Difference<Check> one) {
    if (one.before().isEmpty() || one.after().isEmpty()) {
      Check only = one.after().or(one::before).orElseThrow();
      return named(one).put("severity", only.severity().name()).put("title", only.title());
    }
    List<JsonView> changes = new ArrayList<>();
    for (Change change : changes(one)) {
      changes.add(
          JsonView.members()
              .put("what", change.what())
              .put("from", change.before())
              .put("to", change.after()));
    }
    return named(one).put("changes", JsonView.elements(changes));
  }

  private static JsonView threshold(Difference<ThresholdTable.Entry> one) {
    return named(one)
        .putIfKnown("from", one.before().map(ThresholdTable.Entry::value))
        .putIfKnown("to", one.after().map(ThresholdTable.Entry::value));
  }

  private static JsonView rule(Difference<RuleText> one) {
    Optional<RuleText> place = one.after().or(one::before);
    return named(one)
        .putIfKnown("file", place.map(RuleText::file))
        .put("lines", JsonView.texts(lines(one).stream().map(LineDiff.Line::toString).toList()));
  }
}
