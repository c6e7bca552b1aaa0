package tribune.decision;

import java.lang.reflect.Constructor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import tribune.schema.Member;
import tribune.schema.RecordType;
import tribune.schema.Understood;
import tribune.schema.ValueKind;

/**
 * Proposals for tests of properties: sound ones, which the reader accepts; empty ones, in which
 * nothing is stated that can be left out; and absurd ones, in which every value is possible by
 * itself and nothing fits together. The same seed gives the same proposals.
 */
public final class RandomProposals {
  private static final int MOST_RECORDS = 4;
  private static final List<String> NAMES =
      List.of("x", "a-b_1.c", "a".repeat(64), "0".repeat(64), "LTR-03");
  private static final List<String> CURRENCIES = List.of("USD", "EUR", "JPY", "KWD");

  /** The years of days that have an order, by member; everything else is in 2022. */
  private static final Map<String, Integer> YEARS =
      Map.of(
          "PriorImprovement.on", 2018,
          "InputEvidence.collectedFrom", 2019,
          "InputEvidence.collectedTo", 2020,
          "Decision.submittedOn", 2021,
          "Decision.effectiveOn", 2023,
          "OutcomeReview.on", 2024);

  /** Values that every metric admits, in the order of the members. */
  private static final Map<String, String> METRIC_VALUES =
      Map.of(
          "low", "1", "expected", "2", "baseline", "2.5", "high", "4", "before", "2", "after", "3");

  private enum Taste {
    SOUND,
    ABSURD
  }

  private final SplittableRandom random;

  /** What the proposal that is being made is like. */
  private Taste taste = Taste.SOUND;

  private double stated;
  private String currency = "USD";
  private Map<Class<?>, Integer> sizes = Map.of();

  public RandomProposals(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A proposal of any of the three sorts. */
  public Proposal any() {
    return switch (random.nextInt(8)) {
      case 0 -> empty();
      case 1, 2, 3 -> absurd();
      default -> sound();
    };
  }

  /** Nothing is stated but what must be. */
  public Proposal empty() {
    return make(Taste.SOUND, 0);
  }

  /** Accepted by {@link ProposalReader}; anything from little to everything is stated. */
  public Proposal sound() {
    return make(Taste.SOUND, random.nextInt(5) == 0 ? 1 : random.nextDouble());
  }

  /**
   * Every value is one of its kind, often the smallest or the largest; together they make no sense.
   */
  public Proposal absurd() {
    return make(Taste.ABSURD, random.nextInt(5) == 0 ? 1 : random.nextDouble());
  }

  private Proposal make(Taste wanted, double share) {
    taste = wanted;
    stated = share;
    currency = pick(CURRENCIES);
    sizes = new HashMap<>();
    for (Member member : RecordType.of(Proposal.class).members()) {
      if (member.kind() instanceof ValueKind.Many many
          && many.element() instanceof ValueKind.Nested nested) {
        sizes.put(nested.recordClass(), stated() ? 1 + random.nextInt(MOST_RECORDS) : 0);
      }
    }
    return record(RecordType.of(Proposal.class), 0);
  }

  private boolean stated() {
    return random.nextDouble() < stated;
  }

  private <R extends Record> R record(RecordType<R> type, int index) {
    Object[] values = type.members().stream().map(member -> value(type, member, index)).toArray();
    try {
      @SuppressWarnings("unchecked") // a record has its canonical constructor only
      Constructor<R> constructor = (Constructor<R>) type.recordClass().getDeclaredConstructors()[0];
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.name(), e);
    }
  }

  private Object value(RecordType<?> type, Member member, int index) {
    if (member.kind() instanceof ValueKind.Many many) {
      return list(type, member, many);
    }
    boolean left = !member.isRequired() && !stated();
    if (member.isKey()) {
      return keyOf(type.recordClass(), index);
    }
    if (member.refersTo().isPresent()) {
      return left ? null : reference(member.refersTo().get());
    }
    if (member.kind() instanceof ValueKind.Nested nested) {
      return left ? null : record(nested.type(), 0);
    }
    ValueKind.Single<?> single = (ValueKind.Single<?>) member.kind();
    if (left) {
      return single.type() == Tri.class ? Tri.UNSTATED : null;
    }
    return single(type, member, single);
  }

  private Object list(RecordType<?> type, Member member, ValueKind.Many many) {
    List<Object> values = new ArrayList<>();
    if (many.element() instanceof ValueKind.Nested nested) {
      int size =
          sizes.computeIfAbsent(nested.recordClass(), c -> stated() ? 1 + random.nextInt(3) : 0);
      for (int i = 0; i < size; i++) {
        values.add(record(nested.type(), i));
      }
      return values;
    }
    int size = stated() ? random.nextInt(MOST_RECORDS) : 0;
    for (int i = 0; i < size; i++) {
      Object value = element(type, member, (ValueKind.Single<?>) many.element());
      if (value != null) {
        values.add(value);
      }
    }
    return many.order() == ValueKind.Order.SET ? new LinkedHashSet<>(values) : values;
  }

  private Object element(RecordType<?> type, Member member, ValueKind.Single<?> single) {
    if (member.refersTo().isPresent()) {
      return reference(member.refersTo().get());
    }
    if (member.isPath()) {
      return path();
    }
    return single(type, member, single);
  }

  private String keyOf(Class<?> type, int index) {
    return type == Waiver.class
        ? String.format(Locale.ROOT, "LTR-%02d", index + 1)
        : "the " + type.getSimpleName() + " [" + index + "]";
  }

  private Object reference(Class<?> type) {
    int size = sizes.getOrDefault(type, 0);
    if (taste == Taste.ABSURD && random.nextInt(3) == 0) {
      return "nobody";
    }
    return size == 0 ? null : keyOf(type, random.nextInt(size));
  }

  private String path() {
    if (taste == Taste.ABSURD && random.nextInt(3) == 0) {
      return "decision.nothing";
    }
    int evidence = sizes.getOrDefault(InputEvidence.class, 0);
    return evidence > 0 && random.nextBoolean()
        ? "evidence[" + keyOf(InputEvidence.class, random.nextInt(evidence)) + "].sampleSize"
        : pick(List.of("decision", "decision.reach", "departments", "pilot.result"));
  }

  private Object single(RecordType<?> type, Member member, ValueKind.Single<?> single) {
    String name = type.name() + "." + member.name();
    if (taste == Taste.SOUND && single.type() == Tri.class && mayBeContradicted(name)) {
      return Tri.YES;
    }
    if (taste == Taste.SOUND && name.equals("Decision.notNow")) {
      return Tri.NO;
    }
    String metric = METRIC_VALUES.get(member.name());
    if (taste == Taste.SOUND
        && metric != null
        && single.type() == BigDecimal.class
        && (type.recordClass() == MetricProjection.class
            || type.recordClass() == PriorImprovement.class)) {
      return new BigDecimal(metric);
    }
    if (single.type().isEnum()) {
      return pick(List.of(single.type().getEnumConstants()));
    }
    return written(single, name);
  }

  private static boolean mayBeContradicted(String name) {
    return switch (name) {
      case "Decision.inputGathered",
          "Decision.foreseeableHarm",
          "Decision.removesCapability",
          "Decision.breaksPromise",
          "FeedbackLoop.owned" ->
          true;
      default -> false;
    };
  }

  /** Tries written values until the form takes one, so that every form is covered as it is. */
  private <T> T written(ValueKind.Single<T> single, String name) {
    for (int i = 0; i < 10_000; i++) {
      String candidate = candidate(single.type(), name);
      if (single.form().read(candidate) instanceof Understood.Value<T> value) {
        return value.value();
      }
    }
    throw new AssertionError("no candidate for " + name + ": " + single.form().description());
  }

  private String candidate(Class<?> type, String name) {
    if (type == LocalDate.class) {
      return day(name);
    }
    if (type == Money.class) {
      return number() + pick(List.of("", "K", "M", "B")) + " " + oneCurrency();
    }
    if (type == String.class) {
      return random.nextBoolean() ? word() : pick(NAMES);
    }
    return number() + pick(List.of("", "%", " days", " months"));
  }

  private String number() {
    return switch (random.nextInt(7)) {
      case 0 -> "0";
      case 1 -> "1";
      case 2 -> "-" + (1 + random.nextInt(100));
      case 3 -> random.nextInt(101) + "." + (1 + random.nextInt(9));
      case 4 -> String.valueOf(random.nextLong(1_000_000_000_000L));
      default -> String.valueOf(random.nextInt(101));
    };
  }

  private String day(String name) {
    int year = YEARS.getOrDefault(name, 2022);
    if (taste == Taste.ABSURD) {
      year = random.nextInt(1900, 2201);
    }
    return String.format(
        Locale.ROOT, "%d-%02d-%02d", year, random.nextInt(1, 13), random.nextInt(1, 29));
  }

  private String oneCurrency() {
    return taste == Taste.ABSURD ? pick(CURRENCIES) : currency;
  }

  private String word() {
    return pick(
        List.of(
            "plain words",
            "caf\u00E9 \u5BA2\u6237 \uD83D\uDE00",
            "two\nlines: with # and 'quotes' \"and\" \\ backslash",
            "- not a list",
            "null",
            "yes",
            "{}",
            "long ".repeat(700).strip()));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
