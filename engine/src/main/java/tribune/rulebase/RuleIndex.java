package tribune.rulebase;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tribune.document.Json;

/**
 * What is known of each rule beside its compiled form: its name and what its variables are bound
 * to. Kept with the compiled rules, so that running them needs no parser.
 */
record RuleIndex(Map<String, Entry> byName) {
  RuleIndex {
    byName = Map.copyOf(byName);
  }

  /**
   * One rule.
   *
   * @param name as it is written
   * @param bindings in the order in which the rule and the rule it extends write them
   */
  record Entry(String name, List<Binding> bindings) {
    Entry {
      requireNonNull(name, "name");
      bindings = List.copyOf(bindings);
    }
  }

  /**
   * A variable of a rule.
   *
   * @param variable with its dollar sign
   * @param member what it is bound to in its pattern, such as {@code share} or {@code item.method}
   */
  record Binding(String variable, String member) {
    Binding {
      requireNonNull(variable, "variable");
      requireNonNull(member, "member");
    }
  }

  static RuleIndex of(List<Entry> entries) {
    return new RuleIndex(entries.stream().collect(toMap(Entry::name, Function.identity())));
  }

  Optional<Entry> rule(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  Json toJson() {
    return new Json.Elements(
        new TreeMap<>(byName).values().stream().map(RuleIndex::entryJson).toList());
  }

  static RuleIndex fromJson(Json json) {
    return of(((Json.Elements) json).values().stream().map(RuleIndex::entry).toList());
  }

  private static Json entryJson(Entry entry) {
    return Json.Members.of(
        Map.of(
            "name", new Json.Text(entry.name()),
            "bindings",
                new Json.Elements(entry.bindings().stream().map(RuleIndex::bindingJson).toList())));
  }

  private static Json bindingJson(Binding binding) {
    return new Json.Elements(
        List.of(new Json.Text(binding.variable()), new Json.Text(binding.member())));
  }

  private static Entry entry(Json json) {
    Map<String, Json> members = ((Json.Members) json).values();
    return new Entry(
        text(members.get("name")),
        ((Json.Elements) requireNonNull(members.get("bindings")))
            .values().stream().map(RuleIndex::binding).toList());
  }

  private static Binding binding(Json json) {
    List<Json> pair = ((Json.Elements) json).values();
    return new Binding(text(pair.get(0)), text(pair.get(1)));
  }

  private static String text(@org.jspecify.annotations.Nullable Json json) {
    return ((Json.Text) requireNonNull(json)).value();
  }
}
