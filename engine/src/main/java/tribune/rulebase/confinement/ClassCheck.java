package tribune.rulebase.confinement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;

/** Holds one class against the wall. */
final class ClassCheck extends ClassVisitor {
  /**
   * From here on, class files describe the stack at each target of a jump; see {@link CodeCheck}.
   */
  private static final int OLDEST = Opcodes.V1_7;

  /** Methods that Java itself calls, when nobody else does. */
  private static final Set<String> CALLED_BY_JAVA =
      Set.of(
          "finalize",
          "clone",
          "readObject",
          "readObjectNoData",
          "readResolve",
          "writeObject",
          "writeReplace",
          "readExternal",
          "writeExternal");

  private final String className;
  private final Reach reach;
  private final List<Trespass> found = new ArrayList<>();

  ClassCheck(String className, Reach reach) {
    super(Opcodes.ASM9);
    this.className = className;
    this.reach = reach;
  }

  List<Trespass> found() {
    return found;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String parent,
      String @Nullable [] interfaces) {
    if (!name.equals(className.replace('.', '/')) || !reach.isGenerated(name)) {
      refuse("calls itself " + name.replace('/', '.'), name);
    }
    if ((version & 0xFFFF) < OLDEST) {
      refuse("is of an old form of class files", "");
    }
    if ((access & (Opcodes.ACC_MODULE | Opcodes.ACC_ANNOTATION)) != 0) {
      refuse("is no class", "");
    }
    extend(parent == null ? "" : parent);
    for (String type : interfaces == null ? new String[0] : interfaces) {
      extend(type);
    }
  }

  private void extend(String type) {
    if (!reach.isGenerated(type) && !reach.allowed().names(type)) {
      refuse("extends " + type.replace('/', '.'), simple(type));
    }
  }

  @Override
  public FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    name(Type.getType(descriptor), "holds");
    return new FieldVisitor(Opcodes.ASM9) {
      @Override
      public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
        return annotated(type);
      }

      @Override
      public void visitAttribute(Attribute attribute) {
        refuseAttribute(attribute);
      }
    };
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if ((access & (Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED)) != 0) {
      refuse("has a native or synchronized method " + name, name);
    }
    if (CALLED_BY_JAVA.contains(name)) {
      refuse("has a method that Java itself calls: " + name, name);
    }
    name(Type.getMethodType(descriptor), "takes or gives");
    for (String thrown : exceptions == null ? new String[0] : exceptions) {
      name(Type.getObjectType(thrown), "throws");
    }
    return new CodeCheck(className, name, reach, found);
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return annotated(descriptor);
  }

  @Override
  public @Nullable AnnotationVisitor visitTypeAnnotation(
      int reference, @Nullable TypePath path, String descriptor, boolean visible) {
    return annotated(descriptor);
  }

  /** What an annotation says is read by Drools alone, and those on the list name no classes. */
  private @Nullable AnnotationVisitor annotated(String descriptor) {
    name(Type.getType(descriptor), "is marked with");
    return null;
  }

  @Override
  public void visitAttribute(Attribute attribute) {
    refuseAttribute(attribute);
  }

  private void refuseAttribute(Attribute attribute) {
    refuse("has an unknown part " + attribute.type, attribute.type);
  }

  @Override
  public ModuleVisitor visitModule(String name, int access, @Nullable String version) {
    refuse("is a module", name);
    return super.visitModule(name, access, version);
  }

  @Override
  public RecordComponentVisitor visitRecordComponent(
      String name, String descriptor, @Nullable String signature) {
    refuse("is a record", name);
    return super.visitRecordComponent(name, descriptor, signature);
  }

  @Override
  public void visitNestHost(String host) {
    inNest(host);
  }

  @Override
  public void visitNestMember(String member) {
    inNest(member);
  }

  private void inNest(String type) {
    if (!reach.isGenerated(type)) {
      refuse("shares private members with " + type.replace('/', '.'), simple(type));
    }
  }

  private void name(Type type, String how) {
    reach
        .beyond(type)
        .ifPresent(beyond -> refuse(how + " " + beyond, simple(beyond.replace('.', '/'))));
  }

  private void refuse(String what, String name) {
    found.add(new Trespass(className, "", what, name));
  }

  private static String simple(String type) {
    return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf('$')) + 1);
  }
}
