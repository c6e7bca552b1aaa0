package tribune.rulebase.confinement;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What other generated classes may touch of one.
 *
 * @param parent the class that it extends
 * @param members names and descriptors of what it declares, such as {@code getItem()I}
 */
record GeneratedClass(String name, @Nullable String parent, Set<String> members) {
  GeneratedClass {
    members = Set.copyOf(members);
  }

  boolean declares(String member, String descriptor) {
    return members.contains(member + descriptor);
  }

  /**
   * Reads a class file.
   *
   * @throws RuntimeException if it is none; the reader promises no more
   */
  static GeneratedClass read(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    Set<String> members = new HashSet<>();
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public @Nullable FieldVisitor visitField(
              int access, String name, String descriptor, String signature, Object value) {
            members.add(name + descriptor);
            return null;
          }

          @Override
          public @Nullable MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] thrown) {
            members.add(name + descriptor);
            return null;
          }
        },
        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return new GeneratedClass(reader.getClassName(), reader.getSuperName(), members);
  }
}
