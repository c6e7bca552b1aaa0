package tribune.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tribune.decision.Money;
import tribune.decision.Proposal;
import tribune.decision.ProposalReader;
import tribune.document.Json;
import tribune.schema.Member;
import tribune.schema.RecordType;
import tribune.schema.RecordWriter;
import tribune.schema.ValueKind;

/** The same proposal, written otherwise. */
final class Rewriting {
  private static final List<String> ABOUT_FACTS = List.of("sources", "provenance", "waivers");
  private static final String EVIDENCE = "evidence";

  private Rewriting() {}

  /** Every list in another order. */
  static Proposal shuffled(Proposal proposal, long seed) {
    Random random = new Random(seed);
    return read(
        lists(
            RecordWriter.json(proposal),
            values -> {
              List<Json> mixed = new ArrayList<>(values);
              Collections.shuffle(mixed, random);
              return mixed;
            }));
  }

  /** Every name that only tells records apart is another one, wherever it is referred to. */
  static Proposal renamed(Proposal proposal, UnaryOperator<String> rename) {
    return members(proposal, member -> member.isKey() || member.refersTo().isPresent(), rename);
  }

  /** All amounts in another currency. */
  static Proposal inCurrency(Proposal proposal, String code) {
    return members(
        proposal,
        member -> member.kind() instanceof ValueKind.Single<?> one && one.type() == Money.class,
        amount -> amount.substring(0, amount.length() - code.length()) + code);
  }

  /** Each piece of evidence twice, under two ids. */
  static Proposal withEvidenceTwice(Proposal proposal) {
    return evidence(
        proposal,
        items -> {
          List<Json> twice = new ArrayList<>(items);
          items.forEach(item -> twice.add(with(item, "id", "again-" + text(item, "id"))));
          return twice;
        });
  }

  static Proposal withoutEvidence(Proposal proposal, String id) {
    return evidence(
        proposal, items -> items.stream().filter(it -> !text(it, "id").equals(id)).toList());
  }

  static Proposal withEvidence(Proposal proposal, Json.Members item) {
    return evidence(
        proposal,
        items -> {
          List<Json> more = new ArrayList<>(items);
          more.add(item);
          return more;
        });
  }

  private static Proposal evidence(Proposal proposal, UnaryOperator<List<Json>> change) {
    SortedMap<String, Json> all = new TreeMap<>(RecordWriter.json(proposal).values());
    Json before = all.getOrDefault(EVIDENCE, new Json.Elements(List.of()));
    all.put(EVIDENCE, new Json.Elements(change.apply(((Json.Elements) before).values())));
    return read(Json.Members.of(all));
  }

  /** The facts with the texts of some members changed; what speaks about facts is left out. */
  private static Proposal members(
      Proposal proposal, Predicate<Member> which, UnaryOperator<String> change) {
    SortedMap<String, Json> all = new TreeMap<>(RecordWriter.json(proposal).values());
    all.keySet().removeAll(ABOUT_FACTS);
    all.replaceAll(
        (name, value) -> {
          Member section = RecordType.of(Proposal.class).member(name).orElseThrow();
          return changed(section.kind(), value, which, change);
        });
    return read(Json.Members.of(all));
  }

  private static Json changed(
      ValueKind kind, Json value, Predicate<Member> which, UnaryOperator<String> change) {
    if (kind instanceof ValueKind.Many many && value instanceof Json.Elements elements) {
      return new Json.Elements(
          elements.values().stream()
              .map(it -> changed(many.element(), it, which, change))
              .toList());
    }
    if (!(kind instanceof ValueKind.Nested nested)) {
      return value;
    }
    SortedMap<String, Json> members = new TreeMap<>(((Json.Members) value).values());
    members.replaceAll(
        (name, inner) -> {
          Member member = nested.type().member(name).orElseThrow();
          return which.test(member)
              ? texts(inner, change)
              : changed(member.kind(), inner, which, change);
        });
    return Json.Members.of(members);
  }

  private static Json texts(Json value, UnaryOperator<String> change) {
    return value instanceof Json.Elements elements
        ? new Json.Elements(elements.values().stream().map(it -> texts(it, change)).toList())
        : new Json.Text(change.apply(((Json.Text) value).value()));
  }

  private static Json.Members lists(Json.Members value, UnaryOperator<List<Json>> change) {
    SortedMap<String, Json> members = new TreeMap<>(value.values());
    members.replaceAll((name, inner) -> listsIn(inner, change));
    return Json.Members.of(members);
  }

  private static Json listsIn(Json value, UnaryOperator<List<Json>> change) {
    if (value instanceof Json.Elements elements) {
      return new Json.Elements(
          change.apply(elements.values().stream().map(it -> listsIn(it, change)).toList()));
    }
    return value instanceof Json.Members members ? lists(members, change) : value;
  }

  private static Json with(Json record, String member, String value) {
    SortedMap<String, Json> members = new TreeMap<>(((Json.Members) record).values());
    members.put(member, new Json.Text(value));
    return Json.Members.of(members);
  }

  private static String text(Json record, String member) {
    Map<String, Json> members = ((Json.Members) record).values();
    return ((Json.Text) members.get(member)).value();
  }

  private static Proposal read(Json proposal) {
    return ProposalReader.readRecorded("rewritten", proposal).orThrow();
  }
}
