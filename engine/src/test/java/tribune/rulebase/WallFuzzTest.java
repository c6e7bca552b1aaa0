package tribune.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import tribune.rulebase.confinement.AllowList;
import tribune.rulebase.confinement.ClassWall;
import tribune.rulebase.confinement.SourceWall;
import tribune.rulebase.confinement.Trespass;

/** Bytes that are nearly class files, and texts that are nearly rule files. */
class WallFuzzTest {
  private static final int ROUNDS = Integer.getInteger("wall.rounds", 20_000);
  private static final ClassWall WALL = new ClassWall(AllowList.shipped(), "rules");

  /** A second reading with nothing but a look for the calls that matter agrees with the wall. */
  @Test
  void mutated_classes_are_refused_or_call_nothing_beyond_the_list() {
    Map<String, byte[]> classes =
        new TreeMap<>(RuleBase.compile(SmallRuleBase.asShipped().files()).orThrow().classes());
    classes.put("rules.Intruder", Intruder.bytes());
    List<String> names = List.copyOf(classes.keySet());
    long seed = 20261122;
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < ROUNDS; round++) {
      String name = names.get(random.nextInt(names.size()));
      byte[] mutated = mutated(classes.get(name), random);
      Map<String, byte[]> together = Map.of(name, mutated);
      List<Trespass> found = WALL.check(together);
      if (found.isEmpty()) {
        assertThat(strangers(mutated, name)).as("seed " + seed + ", round " + round).isEmpty();
      }
    }
  }

  private static byte[] mutated(byte[] bytes, SplittableRandom random) {
    byte[] mutated = bytes.clone();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
    }
    return random.nextInt(20) == 0
        ? java.util.Arrays.copyOf(mutated, random.nextInt(mutated.length))
        : mutated;
  }

  private static List<String> strangers(byte[] bytes, String name) {
    String self = name.replace('.', '/');
    List<String> strangers = new ArrayList<>();
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String method, String type, String signature, String[] thrown) {
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitMethodInsn(
                      int opcode, String owner, String called, String type, boolean isInterface) {
                    if (!owner.equals(self) && !AllowList.shipped().names(owner)) {
                      strangers.add(owner + "." + called);
                    }
                  }
                };
              }
            },
            0);
    return strangers;
  }

  @Test
  void any_text_is_read_to_its_end_and_places_lie_within_it() {
    SourceWall wall = new SourceWall(AllowList.shipped());
    String drl = SmallRuleBase.asShipped().text(SmallRuleBase.DRL);
    String[] pieces = {
      "\"", "'", "/*", "*/", "//", "\\", "\\u", "\n", "{", "new", "import ", "(", "\ud83d"
    };
    long seed = 20261123;
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < ROUNDS / 20; round++) {
      StringBuilder text = new StringBuilder(drl);
      for (int i = 1 + random.nextInt(6); i > 0; i--) {
        int at = random.nextInt(text.length());
        text.insert(at, pieces[random.nextInt(pieces.length)]);
        text.delete(at, Math.min(text.length(), at + random.nextInt(3)));
      }
      String broken = text.toString();
      long lines = broken.chars().filter(it -> it == '\n').count() + 1;
      assertThat(wall.check(broken))
          .as("seed " + seed + ", round " + round)
          .allMatch(it -> it.line() >= 1 && it.line() <= lines && it.column() >= 1);
    }
  }
}
