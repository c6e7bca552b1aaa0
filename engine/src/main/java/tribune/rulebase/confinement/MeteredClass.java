package tribune.rulebase.confinement;

import java.lang.reflect.Modifier;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes a generated class anew, so that it calls the {@link Meter}: at the beginning of each
 * method, and on each text and decimal that a call gives it, or that an object is written as. What
 * is written comes from what was read, so nothing of the old file that was not understood gets
 * through.
 */
final class MeteredClass {
  private static final String METER = Type.getInternalName(Meter.class);
  private static final String TEXT = "Ljava/lang/String;";
  private static final String OF_ANY = "(Ljava/lang/Object;)" + TEXT;
  private static final String NUMBER = "Ljava/math/BigDecimal;";

  private MeteredClass() {}

  static byte[] write(byte[] generated) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    new ClassReader(generated).accept(new Metering(writer), 0);
    return writer.toByteArray();
  }

  /** Whether the method is one of those that begin with a step. */
  static boolean begins(int access, String name) {
    return !name.startsWith("<") && !Modifier.isAbstract(access);
  }

  private static final class Metering extends ClassVisitor {
    Metering(ClassVisitor writer) {
      super(Opcodes.ASM9, writer);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor code =
          new MeteredCode(super.visitMethod(access, name, descriptor, signature, exceptions));
      return begins(access, name) ? new Stepping(code) : code;
    }
  }

  private static final class Stepping extends MethodVisitor {
    Stepping(MethodVisitor code) {
      super(Opcodes.ASM9, code);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      visitMethodInsn(Opcodes.INVOKESTATIC, METER, "step", "()V", false);
    }
  }

  private static final class MeteredCode extends MethodVisitor {
    MeteredCode(MethodVisitor code) {
      super(Opcodes.ASM9, code);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (owner.equals("java/lang/String") && (name + descriptor).equals("valueOf" + OF_ANY)) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, METER, "written", OF_ANY, false);
        return;
      }
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      measure(Type.getReturnType(descriptor).getDescriptor());
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
      measure(Type.getReturnType(descriptor).getDescriptor());
    }

    private void measure(String result) {
      if (result.equals(TEXT)) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, METER, "text", "(" + TEXT + ")" + TEXT, false);
      } else if (result.equals(NUMBER)) {
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC, METER, "number", "(" + NUMBER + ")" + NUMBER, false);
      }
    }
  }
}
