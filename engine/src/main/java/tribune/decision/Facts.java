package tribune.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import tribune.schema.Member;
import tribune.schema.RecordType;

/**
 * The facts of a proposal and the paths that name them: the section ({@code pilot}), or the section
 * and the key of the record in it ({@code evidence[E1]}, {@code decision.alternatives[do
 * nothing]}).
 */
public final class Facts {
  private Facts() {}

  /** A fact and its path. */
  public record Placed(String path, Fact fact) {}

  /** All facts, in the order of the sections and of the lists in them. */
  public static List<Placed> of(Proposal proposal) {
    List<Placed> placed = new ArrayList<>();
    addInner(proposal, "", placed);
    return List.copyOf(placed);
  }

  /** The path of each fact, by identity: equal facts may stand in several places. */
  public static IdentityHashMap<Fact, String> paths(Proposal proposal) {
    IdentityHashMap<Fact, String> paths = new IdentityHashMap<>();
    of(proposal).forEach(placed -> paths.put(placed.fact(), placed.path()));
    return paths;
  }

  private static void addInner(Record owner, String at, List<Placed> placed) {
    for (Member member : RecordType.of(owner.getClass()).members()) {
      Object value = member.in(owner);
      String path = at.isEmpty() ? member.name() : at + "." + member.name();
      if (value instanceof Fact fact) {
        add(fact, path, placed);
      }
      if (value instanceof Collection<?> list) {
        for (Object element : list) {
          if (element instanceof Fact fact) {
            add(fact, path + "[" + key(fact) + "]", placed);
          }
        }
      }
    }
  }

  private static void add(Fact fact, String path, List<Placed> placed) {
    placed.add(new Placed(path, fact));
    addInner((Record) fact, path, placed);
  }

  private static String key(Fact fact) {
    Record owner = (Record) fact;
    return RecordType.of(owner.getClass()).keyOf(owner).orElseThrow();
  }
}
