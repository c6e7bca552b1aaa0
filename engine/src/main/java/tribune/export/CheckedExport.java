package tribune.export;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What was found of a sound export.
 *
 * @param statement who made it and when; empty if nobody signed it
 * @param facts how many records have their facts in it, which fit
 * @param ruleBases how many rule bases it holds, which fit
 * @param derived the formats that were written again from the records, and came out the same
 * @param notDerived those that were not, being known by their hashes alone
 */
public record CheckedExport(
    ExportManifest manifest,
    Optional<Signed> statement,
    long facts,
    long ruleBases,
    List<String> derived,
    List<String> notDerived) {
  /** Who made an export, when, and the place of its record in the trail, as the trail signed it. */
  public record Signed(tribune.trail.Actor actor, java.time.Instant at, Optional<Long> record) {}

  public CheckedExport {
    requireNonNull(manifest, "manifest");
    requireNonNull(statement, "statement");
    derived = List.copyOf(derived);
    notDerived = List.copyOf(notDerived);
  }
}
