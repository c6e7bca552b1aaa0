package tribune.shell.command;

import java.util.ArrayList;
import java.util.List;
import tribune.rulebase.Inheritance;
import tribune.rulebase.RuleBaseDescription;
import tribune.shell.render.Block;
import tribune.shell.render.Block.Column;
import tribune.shell.render.JsonView;
import tribune.shell.render.Text;
import tribune.shell.render.Tone;

/** What a rule base changed in the one that it builds on, with the reasons. */
final class InheritanceReport {
  private InheritanceReport() {}

  /** The name and version of the base. */
  static String base(Inheritance inheritance) {
    RuleBaseDescription base = inheritance.base().description();
    return base.name() + " " + base.version();
  }

  static List<Block> blocks(Inheritance inheritance) {
    List<List<Text>> rows = new ArrayList<>();
    inheritance
        .switchedOff()
        .forEach(it -> rows.add(row(it.check().id(), "switched off", it.why())));
    inheritance
        .severities()
        .forEach(it -> rows.add(row(it.check(), "severity " + it.severity(), it.why())));
    inheritance
        .thresholds()
        .forEach(
            it ->
                rows.add(
                    row(
                        it.entry().id(),
                        it.entry().value() + " instead of " + it.before(),
                        it.entry().why())));
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.Heading.of("Builds on " + base(inheritance)));
    if (!rows.isEmpty()) {
      blocks.add(
          new Block.Table(
              List.of(Column.words("changed"), Column.words("now"), Column.words("why")), rows));
    }
    inheritance.base().inheritance().map(InheritanceReport::blocks).ifPresent(blocks::addAll);
    return blocks;
  }

  private static List<Text> row(String what, String now, String why) {
    return List.of(Text.of(what, Tone.NAME), Text.of(now), Text.of(why));
  }

  static JsonView.Members view(Inheritance inheritance) {
    RuleBaseDescription base = inheritance.base().description();
    JsonView.Members view =
        JsonView.members()
            .put("name", base.name())
            .put("version", base.version())
            .put("switchedOff", switchedOff(inheritance))
            .put("severities", severities(inheritance))
            .put("thresholds", thresholds(inheritance));
    return inheritance
        .base()
        .inheritance()
        .map(below -> view.put("extends", view(below)))
        .orElse(view);
  }

  private static JsonView switchedOff(Inheritance inheritance) {
    return JsonView.elements(
        inheritance.switchedOff().stream()
            .map(
                it ->
                    JsonView.members()
                        .put("check", it.check().id())
                        .put("title", it.check().title())
                        .put("why", it.why()))
            .toList());
  }

  private static JsonView severities(Inheritance inheritance) {
    return JsonView.elements(
        inheritance.severities().stream()
            .map(
                it ->
                    JsonView.members()
                        .put("check", it.check())
                        .put("severity", it.severity().name())
                        .put("why", it.why()))
            .toList());
  }

  private static JsonView thresholds(Inheritance inheritance) {
    return JsonView.elements(
        inheritance.thresholds().stream()
            .map(
                it ->
                    JsonView.members()
                        .put("id", it.entry().id())
                        .put("value", it.entry().value())
                        .put("before", it.before())
                        .put("why", it.entry().why()))
            .toList());
  }
}
