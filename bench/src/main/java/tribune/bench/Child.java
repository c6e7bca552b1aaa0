package tribune.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tribune.trail.Soundness;
import tribune.trail.Trail;

/** A process of its own, with a heap of its own: to be measured, or killed. */
@AmbientInput("a benchmark is its own main program")
final class Child {
  private Child() {}

  /** Runs {@code main} of this class and returns what it printed, whatever it ends with. */
  static String run(String heap, String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said;
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      said = out.lines().reduce("", (a, b) -> a + b);
    }
    process.waitFor();
    return said;
  }

  public static void main(String[] args) throws Exception {
    Path keys = Path.of(args[2]);
    if (args[0].equals("verify")) {
      verify(args[1], keys);
    } else {
      halt(args[1], keys, Long.parseLong(args[3]));
    }
  }

  private static void verify(String place, Path keys) {
    try (Trail trail = Places.open(place, keys)) {
      long cpu = cpu();
      long start = System.nanoTime();
      String came = trail.verify().fold(Child::counted, unsound -> unsound.first().toString());
      long took = System.nanoTime() - start;
      System.out.println(
          came
              + " | "
              + Spread.millis(took)
              + " ms | "
              + Spread.millis(cpu() - cpu)
              + " ms | "
              + peak() / (1 << 20)
              + " MB");
    }
  }

  private static String counted(Soundness.Sound sound) {
    return sound.head().size() + " records, " + sound.checkpoints() + " checkpoints";
  }

  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }

  /** The most that was ever in the heap, garbage included. */
  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  /** Records and ends in the middle of it, as if killed. */
  private static void halt(String place, Path keys, long millis) throws InterruptedException {
    Trail trail = Places.open(place, keys);
    Workload work = new Workload();
    Thread end =
        new Thread(
            () -> {
              try {
                Thread.sleep(millis);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              Runtime.getRuntime().halt(9);
            });
    end.start();
    work.fill(trail, Long.MAX_VALUE / 2, 16, 4);
  }
}
