package tribune.rulebase.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tribune.document.Diagnostic;
import tribune.document.Diagnostics;
import tribune.document.Place;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.document.YamlReader;
import tribune.rulebase.Condition;
import tribune.rulebase.RuleBaseFiles;
import tribune.schema.Binder;
import tribune.schema.Bound;
import tribune.schema.Doc;
import tribune.schema.Required;

/**
 * What the cases leave open and somebody has looked at, each with the reason why nothing is wrong
 * with that. Read from gaps.yaml beside the rules. Immutable.
 */
public final class KnownGaps {
  private final List<Known> neverFalse;
  private final List<Known> unnoticed;

  /** What gaps.yaml says. */
  @Doc("What the cases of a rule base leave open, and why nothing is wrong with that.")
  public record Written(
      @Doc("Conditions that no case can show false") List<NeverFalse> neverFalse,
      @Doc("Edits of the rules that no case can notice") List<Unnoticed> unnoticed) {
    public Written {
      neverFalse = List.copyOf(neverFalse);
      unnoticed = List.copyOf(unnoticed);
    }
  }

  /** A condition that cannot fail where the conditions before it hold. */
  @Doc("A condition that no case can show false.")
  public record NeverFalse(
      @Doc("The name of its rule") @Required String where,
      @Doc("The condition as `rules test` prints it") @Required String condition,
      @Doc("Why it is never false, and stands there all the same") @Required String reason) {}

  /** An edit that makes no difference that a case could show. */
  @Doc("An edit of the rules that no case can notice.")
  public record Unnoticed(
      @Doc("The name of the rule, or the id of the threshold") @Required String where,
      @Doc("What stands there, as `rules mutate` prints it") @Required String before,
      @Doc("What would stand there instead") @Required String after,
      @Doc("Why it makes no difference, or none that matters") @Required String reason) {}

  /** A gap with its reason, and where both are written. */
  record Known(Source source, Place place, String where, String what, String reason) {
    boolean is(String otherWhere, String otherWhat) {
      return where.equals(otherWhere) && what.equals(otherWhat);
    }

    Diagnostic outOfDate(String why) {
      return Diagnostic.of(CaseCode.REASON_OUT_OF_DATE, source, why + ": " + what)
          .at(place)
          .note("take it out of the list");
    }
  }

  private KnownGaps(List<Known> neverFalse, List<Known> unnoticed) {
    this.neverFalse = List.copyOf(neverFalse);
    this.unnoticed = List.copyOf(unnoticed);
  }

  /** The gaps that are known of a rule base; none if it has no gaps.yaml. */
  public static Reading<KnownGaps> read(RuleBaseFiles files) {
    Optional<Source> file = files.gaps();
    return file.isPresent()
        ? read(file.get())
        : new Reading.Sound<>(new KnownGaps(List.of(), List.of()), List.of());
  }

  private static Reading<KnownGaps> read(Source source) {
    Diagnostics diagnostics = new Diagnostics(source);
    Optional<Bound<Written>> bound =
        YamlReader.read(source, diagnostics)
            .map(document -> Binder.bind(document.root(), Written.class, diagnostics));
    if (diagnostics.hasErrors() || bound.isEmpty()) {
      return diagnostics.reading(null);
    }
    List<Known> neverFalse =
        bound.get().parts(NeverFalse.class).stream()
            .map(
                part ->
                    new Known(
                        source,
                        part.place("where"),
                        part.value().where(),
                        Condition.oneLine(part.value().condition()),
                        part.value().reason()))
            .toList();
    List<Known> unnoticed =
        bound.get().parts(Unnoticed.class).stream()
            .map(
                part ->
                    new Known(
                        source,
                        part.place("where"),
                        part.value().where(),
                        edit(part.value().before(), part.value().after()),
                        part.value().reason()))
            .toList();
    return diagnostics.reading(new KnownGaps(neverFalse, unnoticed));
  }

  /** Why a condition is never false, if that is known. */
  Optional<String> reasonFor(Probes.Probe condition) {
    return reason(neverFalse, condition.rule().name(), condition.text());
  }

  /** Why no case notices an edit, if that is known. */
  Optional<String> reasonFor(Mutant mutant) {
    return reason(unnoticed, mutant.where(), edit(mutant.before(), mutant.after()));
  }

  /**
   * Reasons for conditions that are gone, or that some case shows false after all.
   *
   * @param isLookedAt whether the conditions of the rule of that name are among these
   */
  List<Diagnostic> outOfDate(
      Predicate<String> isLookedAt,
      List<Probes.Probe> conditions,
      Predicate<Probes.Probe> failed) {
    return neverFalse.stream()
        .filter(known -> isLookedAt.test(known.where()))
        .flatMap(
            known -> {
              List<Probes.Probe> meant =
                  conditions.stream()
                      .filter(it -> known.is(it.rule().name(), it.text()))
                      .toList();
              return meant.isEmpty()
                  ? Stream.of(known.outOfDate("there is no such condition"))
                  : Stream.of(known)
                      .filter(it -> meant.stream().allMatch(failed))
                      .map(it -> it.outOfDate("a case shows this condition false"));
            })
        .toList();
  }

  /** Reasons for edits that nobody can make any more, or that some case notices after all. */
  List<Diagnostic> outOfDate(List<Mutant> all, Set<Mutant> noticed) {
    return unnoticed.stream()
        .flatMap(
            known -> {
              List<Mutant> meant =
                  all.stream()
                      .filter(it -> known.is(it.where(), edit(it.before(), it.after())))
                      .toList();
              return meant.isEmpty()
                  ? Stream.of(known.outOfDate("there is no such edit"))
                  : Stream.of(known)
                      .filter(it -> noticed.containsAll(meant))
                      .map(it -> it.outOfDate("a case notices this edit"));
            })
        .toList();
  }

  private static Optional<String> reason(List<Known> known, String where, String what) {
    return known.stream().filter(it -> it.is(where, what)).map(Known::reason).findFirst();
  }

  private static String edit(String before, String after) {
    return Condition.oneLine(before) + " -> " + Condition.oneLine(after);
  }
}
