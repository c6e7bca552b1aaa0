package tribune.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tribune.decision.Proposal;
import tribune.document.Diagnostics;
import tribune.document.Node;
import tribune.document.Shown;
import tribune.schema.Member;
import tribune.schema.RecordType;
import tribune.schema.ValueKind;

/**
 * A column of a table of proposals: the path of one fact, such as {@code decision.reach} or {@code
 * departments[0].name}.
 */
record Column(List<Step> steps) {
  /** How many entries of a list a table can have. */
  static final int MOST_ENTRIES = 1_000;

  private static final Pattern STEP = Pattern.compile("([^\\[\\].]+)(?:\\[(\\d{1,9})])?");
  private static final String ENTRY = "[0]";

  Column {
    steps = List.copyOf(steps);
  }

  /** A member, and which entry of it if it is a list, from 0. */
  record Step(String member, OptionalInt entry) {}

  /** The column of that name; empty if it names no single fact, which has been reported then. */
  static Optional<Column> of(Node.Scalar name, Diagnostics diagnostics) {
    String path = name.text().strip();
    List<Step> steps = new ArrayList<>();
    RecordType<?> type = RecordType.of(Proposal.class);
    String[] parts = path.split("\\.", -1);
    for (int i = 0; i < parts.length; i++) {
      Matcher part = STEP.matcher(parts[i]);
      Optional<Member> member = part.matches() ? type.member(part.group(1)) : Optional.empty();
      if (member.isEmpty()) {
        String written = part.matches() ? part.group(1) : parts[i];
        unknown(name, written, before(steps), type, diagnostics);
        return Optional.empty();
      }
      OptionalInt entry =
          part.group(2) == null ? OptionalInt.empty() : OptionalInt.of(number(part.group(2)));
      steps.add(new Step(part.group(1), entry));
      Optional<String> mistake =
          shape(member.get(), entry, before(steps))
              .or(
                  i + 1 == parts.length
                      ? () -> ending(member.get(), before(steps))
                      : () -> passage(member.get(), before(steps)));
      if (mistake.isPresent()) {
        diagnostics.add(
            IntakeCode.UNKNOWN_COLUMN,
            name.place(),
            "`" + Shown.brief(path) + "` names no single fact",
            mistake.get());
        return Optional.empty();
      }
      type = member.get().kind().records().orElse(type);
    }
    return Optional.of(new Column(steps));
  }

  /** As people write it. */
  String path() {
    return before(steps);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static Optional<String> shape(Member member, OptionalInt entry, String path) {
    boolean isList = member.kind() instanceof ValueKind.Many;
    if (isList && entry.isEmpty()) {
      return Optional.of("it is a list: write " + path + ENTRY + " for its first entry");
    }
    if (!isList && entry.isPresent()) {
      return Optional.of("it is no list: leave out the number");
    }
    return entry.isPresent() && entry.getAsInt() >= MOST_ENTRIES
        ? Optional.of("a table has entries from 0 to " + (MOST_ENTRIES - 1))
        : Optional.empty();
  }

  private static Optional<String> ending(Member member, String path) {
    return member
        .kind()
        .records()
        .map(type -> "write one of its members: " + path + "." + firstMember(type));
  }

  private static Optional<String> passage(Member member, String path) {
    return member.kind().records().isPresent()
        ? Optional.empty()
        : Optional.of(path + " has one value and no members");
  }

  private static String firstMember(RecordType<?> type) {
    return type.memberNames().get(0);
  }

  private static void unknown(
      Node.Scalar name,
      String written,
      String before,
      RecordType<?> type,
      Diagnostics diagnostics) {
    Optional<String> nearest = diagnostics.nearest(written, type.memberNames());
    String where = before.isEmpty() ? "" : before + ".";
    diagnostics.add(
        IntakeCode.UNKNOWN_COLUMN,
        name.place(),
        "unknown column `" + Shown.brief(name.text()) + "`",
        nearest.map(it -> "did you mean " + where + it + "?").orElse(""),
        written.matches(".*[;\t].*")
            ? "cells are parted by commas"
            : (where.isEmpty() ? "sections: " : "members of " + before + ": ")
                + String.join(", ", type.memberNames()));
  }

  private static String before(List<Step> steps) {
    StringBuilder path = new StringBuilder();
    for (Step step : steps) {
      path.append(path.length() == 0 ? "" : ".").append(step.member());
      step.entry().ifPresent(entry -> path.append('[').append(entry).append(']'));
    }
    return path.toString();
  }
}
