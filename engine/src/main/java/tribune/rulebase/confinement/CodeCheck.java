package tribune.rulebase.confinement;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Holds the code of one method against the wall, instruction by instruction. */
final class CodeCheck extends MethodVisitor {
  private static final String ENUM_VALUES = "values";

  /** What the methods that each enum has are made of, and what nothing else calls. */
  private static final Map<String, String> OF_ENUMS =
      Map.of("java/lang/System.arraycopy", ENUM_VALUES, "java/lang/Enum.valueOf", "valueOf");

  private static final String STATIC_INITIALISER = "<clinit>";
  private static final String SETTER = "set";
  private static final String DECIMAL = "java/math/BigDecimal";
  private static final String LIST = "java/util/ArrayList";
  private static final Pattern PLAIN_DECIMAL = Pattern.compile("-?[0-9]{1,100}(\\.[0-9]{1,100})?");

  /** The ways of Java compilers to make a lambda and to join texts. */
  private static final String LAMBDA = "java/lang/invoke/LambdaMetafactory.metafactory";

  private static final String JOIN = "java/lang/invoke/StringConcatFactory.makeConcatWithConstants";

  private final String className;
  private final String self;
  private final String method;
  private final Reach reach;
  private final List<Trespass> found;
  private final Set<Label> passed = new HashSet<>();
  private boolean afterSmallNumber;
  private boolean afterLength;
  private @Nullable String afterText;

  CodeCheck(String className, String method, Reach reach, List<Trespass> found) {
    super(Opcodes.ASM9);
    this.className = className;
    this.self = className.replace('.', '/');
    this.method = method;
    this.reach = reach;
    this.found = found;
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    if (owner.startsWith("[") || !reach.allows(owner, name, descriptor)) {
      refuse("calls " + owner.replace('/', '.') + "." + plain(name), spoken(owner, name));
    } else if (OF_ENUMS.containsKey(owner + "." + name)
        && !method.equals(OF_ENUMS.get(owner + "." + name))) {
      refuse("calls " + owner.replace('/', '.') + "." + name, name);
    } else if (reach.isGenerated(owner) && !owner.equals(self) && name.startsWith(SETTER)) {
      refuse("changes a fact by " + name, name);
    } else if (owner.equals(DECIMAL) && name.equals("<init>") && !isPlainDecimal()) {
      refuse("makes a decimal of a text that is no plain number", "BigDecimal");
    } else if (owner.equals(LIST) && descriptor.equals("(I)V") && !afterSmallNumber) {
      refuse("makes a list of any length", "ArrayList");
    } else {
      name(Type.getMethodType(descriptor), "uses");
    }
    forget();
  }

  private boolean isPlainDecimal() {
    return afterText != null && PLAIN_DECIMAL.matcher(afterText).matches();
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    boolean writes = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
    boolean initialises = opcode != Opcodes.PUTSTATIC || method.equals(STATIC_INITIALISER);
    if (!reach.allows(owner, name, descriptor)) {
      refuse("reads " + owner.replace('/', '.') + "." + name, spoken(owner, name));
    } else if (writes && !(owner.equals(self) && initialises)) {
      refuse("changes " + owner.replace('/', '.') + "." + name, name);
    } else {
      name(Type.getType(descriptor), "uses");
    }
    forget();
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    name(Type.getObjectType(type), "uses");
    if (opcode == Opcodes.ANEWARRAY
        && !afterSmallNumber
        && !(afterLength && method.equals(ENUM_VALUES))) {
      refuse("makes an array of any length", "new");
    }
    forget();
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    String by = bootstrap.getOwner() + "." + bootstrap.getName();
    if (by.equals(JOIN)) {
      for (Type part : Type.getArgumentTypes(descriptor)) {
        if (!reach.isText(part)) {
          refuse("writes as a text what is no value: " + part.getClassName(), "+");
        }
      }
    } else if (!by.equals(LAMBDA)) {
      refuse("links by " + by.replace('/', '.'), bootstrap.getName());
    }
    name(Type.getMethodType(descriptor), "uses");
    for (Object argument : arguments) {
      constant(argument);
    }
    forget();
  }

  @Override
  public void visitLdcInsn(Object value) {
    constant(value);
    forget();
    afterText = value instanceof String text ? text : null;
  }

  private void constant(Object value) {
    if (value instanceof Type type) {
      name(type, "names");
    } else if (value instanceof ConstantDynamic) {
      refuse("computes a constant", "");
    } else if (value instanceof Handle handle) {
      if (!reach.allows(handle.getOwner(), handle.getName(), handle.getDesc())) {
        refuse(
            "refers to " + handle.getOwner().replace('/', '.') + "." + plain(handle.getName()),
            spoken(handle.getOwner(), handle.getName()));
      }
      name(
          handle.getDesc().startsWith("(")
              ? Type.getMethodType(handle.getDesc())
              : Type.getType(handle.getDesc()),
          "uses");
    }
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    refuse("makes an array of arrays", "new");
    forget();
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    if (opcode == Opcodes.NEWARRAY) {
      refuse("makes an array of numbers", "new");
    }
    forget();
    afterSmallNumber = opcode != Opcodes.NEWARRAY && operand >= 0;
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT) {
      refuse("locks an object", "synchronized");
    }
    boolean length = opcode == Opcodes.ARRAYLENGTH || (opcode == Opcodes.DUP && afterLength);
    forget();
    afterSmallNumber = opcode >= Opcodes.ICONST_0 && opcode <= Opcodes.ICONST_5;
    afterLength = length;
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    boolean length = afterLength && opcode == Opcodes.ISTORE;
    if (opcode == Opcodes.RET) {
      refuse("has a subroutine", "");
    }
    forget();
    afterLength = length;
  }

  @Override
  public void visitIincInsn(int variable, int increment) {
    forget();
  }

  @Override
  public void visitLabel(Label label) {
    passed.add(label);
  }

  /** There is a frame wherever a jump can come from; what lies on the stack is not known then. */
  @Override
  public void visitFrame(
      int type, int locals, Object @Nullable [] local, int stack, Object @Nullable [] onStack) {
    forget();
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    if (opcode == Opcodes.JSR) {
      refuse("has a subroutine", "");
    }
    jump(label);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
    jump(other);
    for (Label label : labels) {
      jump(label);
    }
  }

  @Override
  public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
    jump(other);
    for (Label label : labels) {
      jump(label);
    }
  }

  private void jump(Label label) {
    if (passed.contains(label)) {
      refuse("has a loop", "");
    }
    forget();
  }

  @Override
  public void visitTryCatchBlock(Label from, Label to, Label handler, @Nullable String type) {
    refuse("handles exceptions itself", "try");
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    name(Type.getType(descriptor), "is marked with");
    return null;
  }

  @Override
  public void visitAttribute(Attribute attribute) {
    refuse("has an unknown part " + attribute.type, attribute.type);
  }

  private void forget() {
    afterSmallNumber = false;
    afterLength = false;
    afterText = null;
  }

  private void name(Type type, String how) {
    reach
        .beyond(type)
        .ifPresent(
            beyond -> refuse(how + " " + beyond, beyond.substring(beyond.lastIndexOf('.') + 1)));
  }

  private void refuse(String what, String name) {
    found.add(new Trespass(className, method, what, name));
  }

  private static String plain(String member) {
    return member.equals("<init>") ? "new" : member;
  }

  /** The name that an author would have written. */
  private static String spoken(String owner, String member) {
    return member.startsWith("<") ? owner.substring(owner.lastIndexOf('/') + 1) : member;
  }
}
