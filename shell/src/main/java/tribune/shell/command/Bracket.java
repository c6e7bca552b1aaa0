package tribune.shell.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tribune.anchor.Trust;
import tribune.proof.witness.Anchoring;
import tribune.shell.render.Block.Field;
import tribune.shell.render.JsonView;
import tribune.trail.Trail;

/**
 * Between which times a record was made, by clocks that are not the trail's own: after the last
 * checkpoint without it, and not after the first with it. Kept checkpoints count by the clock of
 * this user, cosigned ones by those of the witnesses. That a witness cosigned a checkpoint without
 * the record says nothing of when it was made: the checkpoint may have been old by then.
 *
 * @param before the newest sight of the trail without the record
 * @param after the first sight of it with the record
 */
record Bracket(Optional<Sight> before, Optional<Sight> after) {

  /**
   * The trail as somebody saw it.
   *
   * @param by who says so
   */
  record Sight(long size, Instant at, String by) {
    String words() {
      return at + ", " + by + " (" + size + " records)";
    }

    JsonView view() {
      return JsonView.members().put("at", at.toString()).put("by", by).put("size", size);
    }
  }

  static Bracket of(long seq, Trail trail, Trust trust, Cosigners cosigners) {
    List<Sight> own = new ArrayList<>();
    trust
        .all(trail.origin())
        .forEach(it -> own.add(new Sight(it.claimed().size(), it.at(), "kept by you")));
    List<Sight> sights = new ArrayList<>(own);
    for (Anchoring anchoring : cosigners.anchorings()) {
      anchoring
          .cosignatures()
          .forEach(
              (name, all) ->
                  sights.add(
                      new Sight(
                          anchoring.checkpoint().size(), all.get(0).at(), "cosigned by " + name)));
    }
    return new Bracket(
        own.stream().filter(sight -> sight.size() <= seq).max(Comparator.comparing(Sight::at)),
        sights.stream().filter(sight -> sight.size() > seq).min(Comparator.comparing(Sight::at)));
  }

  List<Field> fields() {
    return List.of(
        Field.of(
            "not before", before.map(Sight::words).orElse("unknown: seen by nobody before it")),
        Field.of("not after", after.map(Sight::words).orElse("unknown: seen by nobody since")));
  }

  JsonView view() {
    JsonView.Members view = JsonView.members();
    if (before.isPresent()) {
      view = view.put("notBefore", before.get().view());
    }
    return after.isPresent() ? view.put("notAfter", after.get().view()) : view;
  }
}
