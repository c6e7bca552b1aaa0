package tribune.rulebase.confinement;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The texts that stand beside a generated class: those in its own code, and those in each method
 * that names it. The names of rules are among them, so that a message can say whose class it is.
 */
public final class Mentions {
  private final Map<String, Set<String>> texts = new HashMap<>();

  private Mentions() {}

  /** Reads classes; those that cannot be read mention nothing. */
  public static Mentions in(Map<String, byte[]> classes) {
    Mentions mentions = new Mentions();
    classes.forEach(
        (name, bytes) -> {
          try {
            new ClassReader(bytes).accept(mentions.reading(name), ClassReader.SKIP_FRAMES);
          } catch (RuntimeException e) {
            mentions.texts.computeIfAbsent(name, it -> new TreeSet<>());
          }
        });
    return mentions;
  }

  /** The texts beside a method of a class, or else beside the class. */
  public Set<String> beside(Trespass trespass) {
    Set<String> ofMethod = texts.get(trespass.className() + "#" + trespass.method());
    return ofMethod != null && !trespass.method().isEmpty() && trespass.method().startsWith("rule_")
        ? ofMethod
        : texts.getOrDefault(trespass.className(), Set.of());
  }

  private ClassVisitor reading(String className) {
    return new ClassVisitor(Opcodes.ASM9) {
      @Override
      public MethodVisitor visitMethod(
          int access,
          String name,
          String descriptor,
          @Nullable String signature,
          String @Nullable [] exceptions) {
        return new Method(className, name);
      }
    };
  }

  private final class Method extends MethodVisitor {
    private final Set<String> said = new LinkedHashSet<>();
    private final Set<String> named = new LinkedHashSet<>();
    private final String className;
    private final String name;

    Method(String className, String name) {
      super(Opcodes.ASM9);
      this.className = className;
      this.name = name;
      named.add(className);
    }

    @Override
    public void visitLdcInsn(Object value) {
      if (value instanceof String text) {
        said.add(text);
      }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
      named.add(owner.replace('/', '.'));
    }

    @Override
    public void visitEnd() {
      texts.computeIfAbsent(className + "#" + name, it -> new LinkedHashSet<>()).addAll(said);
      named.forEach(it -> texts.computeIfAbsent(it, any -> new LinkedHashSet<>()).addAll(said));
    }
  }
}
