package tribune.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.decision.Proposal;
import tribune.decision.ProposalReader;
import tribune.document.Source;

/**
 * A rule base that is replaced leaves nothing behind: no class, no loader, no heap. How often it is
 * loaded is said by {@code reload.times}, 200 unless the property says otherwise; 1,000 take half a
 * minute, and want {@code -XX:TieredStopAtLevel=1}, as the launcher has it: otherwise what Java
 * writes down of methods that run often is counted too. Every tenth is compiled from its text, as
 * after an edit; the others are loaded as from a cache, as after an activation elsewhere.
 */
class ReloadTest {
  private static final int TIMES = Integer.getInteger("reload.times", 200);
  private static final int WARM_UP = 40;
  private static final int COMPILE_EVERY = 10;
  private static final long MIB = 1L << 20;
  private static final Proposal DEAL =
      ProposalReader.read(
              Source.of(
                  "bags.yaml",
                  "decision: {id: BAGS, title: A fee, kind: PRICING, adverse: yes, retroactive: yes}"))
          .orThrow();

  @TempDir Path directory;

  @Test
  void a_thousand_reloads_leave_metaspace_and_heap_as_they_were() {
    CompiledRulesCache cache =
        CompiledRulesCache.in(directory, SecureRandom::new, Clock.systemUTC());
    List<RuleBaseFiles> versions =
        IntStream.range(0, 2).mapToObj(version -> version(10 + version)).toList();
    reload(WARM_UP, 0, versions, cache);
    Used before = Used.now();
    ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
    long unloadedBefore = classes.getUnloadedClassCount();

    List<WeakReference<RuleBase>> gone = reload(TIMES, WARM_UP, versions, cache);

    Used after = Used.now();
    long unloaded = classes.getUnloadedClassCount() - unloadedBefore;
    String found = "before " + before + ", after " + after + ", " + unloaded + " classes unloaded";
    assertThat(gone).as(found).allMatch(it -> it.refersTo(null));
    assertThat(unloaded).as(found).isGreaterThan(TIMES);
    assertThat(after.metaspace() - before.metaspace()).as(found).isLessThan(2 * MIB);
    assertThat(after.heap() - before.heap()).as(found).isLessThan(4 * MIB);
  }

  /** Loads versions in turn and uses each; only weak references are left. */
  private static List<WeakReference<RuleBase>> reload(
      int times, int from, List<RuleBaseFiles> versions, CompiledRulesCache cache) {
    List<WeakReference<RuleBase>> loaded = new ArrayList<>();
    for (int i = from; i < from + times; i++) {
      RuleBaseFiles files =
          i % COMPILE_EVERY == 0 ? version(1_000 + i) : versions.get(i % versions.size());
      CompiledRulesCache used = i % COMPILE_EVERY == 0 ? CompiledRulesCache.none() : cache;
      RuleBase rules = RuleBase.load(files, used).orThrow();
      assertThat(rules.evaluate(DEAL, LocalDate.of(2026, 1, 15)).findings()).hasSize(2);
      loaded.add(new WeakReference<>(rules));
    }
    return loaded;
  }

  private static RuleBaseFiles version(int number) {
    return SmallRuleBase.asShipped()
        .replacing("rulebase.yaml", "version: 1.0.0", "version: 1.0." + number)
        .files();
  }

  /** What is used once the collector has taken what it can. */
  private record Used(long metaspace, long heap) {
    static Used now() {
      for (int i = 0; i < 4; i++) {
        System.gc();
      }
      long metaspace =
          ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(pool -> pool.getName().equals("Metaspace"))
              .map(MemoryPoolMXBean::getUsage)
              .mapToLong(usage -> usage.getUsed())
              .sum();
      long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      return new Used(metaspace, heap);
    }

    @Override
    public String toString() {
      return metaspace / 1024 + " KiB of metaspace and " + heap / 1024 + " KiB of heap";
    }
  }
}
