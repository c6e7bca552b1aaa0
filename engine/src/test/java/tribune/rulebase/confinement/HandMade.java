package tribune.rulebase.confinement;

import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files with one method of one's own. */
final class HandMade {
  private HandMade() {}

  static byte[] of(
      String name, String parent, String method, int access, Consumer<MethodVisitor> body) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, null, parent, null);
    MethodVisitor code = writer.visitMethod(access, method, "(I)V", null, null);
    if ((access & Opcodes.ACC_NATIVE) == 0) {
      code.visitCode();
      body.accept(code);
      code.visitInsn(Opcodes.RETURN);
      code.visitMaxs(0, 0);
    }
    code.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }
}
