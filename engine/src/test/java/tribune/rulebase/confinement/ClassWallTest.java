package tribune.rulebase.confinement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Class files written by hand, which no rule file would give. */
class ClassWallTest {
  private static final String NAME = "rules.Made";
  private static final ClassWall WALL = new ClassWall(AllowList.shipped(), "rules");

  @Test
  void what_is_on_the_list_passes() {
    assertThat(
            refused(
                code -> {
                  code.visitLdcInsn("x");
                  code.visitLdcInsn("y");
                  code.visitMethodInsn(
                      Opcodes.INVOKEVIRTUAL,
                      "java/lang/String",
                      "equals",
                      "(Ljava/lang/Object;)Z",
                      false);
                  code.visitInsn(Opcodes.POP);
                }))
        .isEmpty();
  }

  @Test
  void a_call_that_is_not_on_the_list_is_refused_by_name() {
    assertThat(
            refused(
                code ->
                    code.visitMethodInsn(
                        Opcodes.INVOKESTATIC, "java/lang/System", "gc", "()V", false)))
        .containsExactly("calls java.lang.System.gc");
  }

  @Test
  void another_method_of_an_allowed_name_is_refused() {
    assertThat(
            refused(
                code -> {
                  code.visitInsn(Opcodes.ACONST_NULL);
                  code.visitMethodInsn(
                      Opcodes.INVOKESTATIC,
                      "java/lang/String",
                      "valueOf",
                      "([C)Ljava/lang/String;",
                      false);
                  code.visitInsn(Opcodes.POP);
                }))
        .containsExactly("calls java.lang.String.valueOf");
  }

  @Test
  void what_a_fact_inherits_from_object_is_refused() {
    for (String method : new String[] {"notify", "wait", "finalize"}) {
      assertThat(
              refused(
                  code -> {
                    code.visitInsn(Opcodes.ACONST_NULL);
                    code.visitMethodInsn(
                        Opcodes.INVOKEVIRTUAL, "tribune/decision/Decision", method, "()V", false);
                  }))
          .containsExactly("calls tribune.decision.Decision." + method);
    }
  }

  @Test
  void a_method_that_a_generated_class_does_not_have_is_looked_for_in_its_parent() {
    assertThat(
            refused(
                code -> {
                  code.visitInsn(Opcodes.ACONST_NULL);
                  code.visitMethodInsn(
                      Opcodes.INVOKEVIRTUAL,
                      "rules/Made",
                      "getClass",
                      "()Ljava/lang/Class;",
                      false);
                  code.visitInsn(Opcodes.POP);
                }))
        .containsExactly("calls rules.Made.getClass");
  }

  @Test
  void a_class_constant_that_is_not_on_the_list_is_refused() {
    assertThat(constant(Type.getType(Runtime.class))).containsExactly("names java.lang.Runtime");
    assertThat(constant(Type.getType(Runtime[][].class)))
        .containsExactly("names java.lang.Runtime");
  }

  @Test
  void handles_and_computed_constants_are_refused() {
    Handle exit = new Handle(Opcodes.H_INVOKESTATIC, "java/lang/System", "exit", "(I)V", false);
    assertThat(constant(exit)).containsExactly("refers to java.lang.System.exit");
    assertThat(constant(new ConstantDynamic("x", "Ljava/lang/Object;", exit)))
        .containsExactly("computes a constant");
  }

  @Test
  void links_by_other_bootstraps_are_refused() {
    Handle own = new Handle(Opcodes.H_INVOKESTATIC, "rules/Made", "link", "()V", false);
    assertThat(refused(code -> code.visitInvokeDynamicInsn("x", "()V", own)))
        .containsExactly("links by rules.Made.link");
  }

  @Test
  void a_lambda_of_what_is_not_on_the_list_is_refused() {
    Handle factory =
        new Handle(
            Opcodes.H_INVOKESTATIC,
            "java/lang/invoke/LambdaMetafactory",
            "metafactory",
            "()V",
            false);
    Handle exit = new Handle(Opcodes.H_INVOKESTATIC, "java/lang/System", "gc", "()V", false);
    assertThat(
            refused(
                code -> {
                  code.visitInvokeDynamicInsn(
                      "get", "()Ljava/util/function/Supplier;", factory, exit);
                  code.visitInsn(Opcodes.POP);
                }))
        .containsExactly("refers to java.lang.System.gc");
  }

  @Test
  void loops_are_refused() {
    assertThat(
            refused(
                code -> {
                  Label again = new Label();
                  code.visitLabel(again);
                  code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
                  code.visitJumpInsn(Opcodes.GOTO, again);
                }))
        .contains("has a loop");
    assertThat(
            refused(
                code -> {
                  Label again = new Label();
                  code.visitLabel(again);
                  code.visitInsn(Opcodes.ICONST_0);
                  code.visitLookupSwitchInsn(again, new int[0], new Label[0]);
                }))
        .contains("has a loop");
  }

  @Test
  void handlers_of_exceptions_are_refused() {
    assertThat(
            refused(
                code -> {
                  Label from = new Label();
                  Label to = new Label();
                  code.visitTryCatchBlock(from, to, to, "java/lang/Throwable");
                  code.visitLabel(from);
                  code.visitInsn(Opcodes.NOP);
                  code.visitLabel(to);
                }))
        .containsExactly("handles exceptions itself");
  }

  @Test
  void arrays_of_any_length_are_refused_and_those_of_a_written_length_are_not() {
    assertThat(array(code -> code.visitInsn(Opcodes.ICONST_3))).isEmpty();
    assertThat(array(code -> code.visitIntInsn(Opcodes.SIPUSH, 300))).isEmpty();
    assertThat(array(code -> code.visitLdcInsn(2_000_000_000)))
        .containsExactly("makes an array of any length");
    assertThat(array(code -> code.visitVarInsn(Opcodes.ILOAD, 1)))
        .containsExactly("makes an array of any length");
    assertThat(
            refused(
                code -> {
                  code.visitInsn(Opcodes.ICONST_1);
                  code.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_LONG);
                  code.visitInsn(Opcodes.POP);
                }))
        .containsExactly("makes an array of numbers");
  }

  /** The length may come from either way, and only one of them is a written number. */
  @Test
  void an_array_whose_length_comes_over_a_jump_is_refused() {
    assertThat(
            array(
                code -> {
                  Label other = new Label();
                  Label joined = new Label();
                  code.visitVarInsn(Opcodes.ILOAD, 1);
                  code.visitJumpInsn(Opcodes.IFEQ, other);
                  code.visitVarInsn(Opcodes.ILOAD, 1);
                  code.visitJumpInsn(Opcodes.GOTO, joined);
                  code.visitLabel(other);
                  code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
                  code.visitInsn(Opcodes.ICONST_1);
                  code.visitLabel(joined);
                  code.visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {Opcodes.INTEGER});
                }))
        .containsExactly("makes an array of any length");
  }

  @Test
  void locks_are_refused() {
    assertThat(
            refused(
                code -> {
                  code.visitInsn(Opcodes.ACONST_NULL);
                  code.visitInsn(Opcodes.MONITORENTER);
                }))
        .containsExactly("locks an object");
    assertThat(whole(Opcodes.ACC_SYNCHRONIZED, "go", "rules/Made", "java/lang/Object"))
        .containsExactly("has a native or synchronized method go");
    assertThat(whole(Opcodes.ACC_NATIVE, "go", "rules/Made", "java/lang/Object"))
        .contains("has a native or synchronized method go");
  }

  @Test
  void methods_that_java_calls_itself_are_refused() {
    assertThat(whole(0, "finalize", "rules/Made", "java/lang/Object"))
        .containsExactly("has a method that Java itself calls: finalize");
    assertThat(whole(0, "readObject", "rules/Made", "java/lang/Object"))
        .containsExactly("has a method that Java itself calls: readObject");
  }

  @Test
  void classes_of_other_names_and_parents_are_refused() {
    assertThat(whole(0, "go", "rules/Made", "java/lang/Thread"))
        .contains("extends java.lang.Thread");
    assertThat(whole(0, "go", "java/lang/Runtime", "java/lang/Object"))
        .contains("calls itself java.lang.Runtime");
    assertThat(whole(0, "go", "tribune/rulebase/RuleBase", "java/lang/Object"))
        .contains("calls itself tribune.rulebase.RuleBase");
  }

  @Test
  void the_fields_of_others_cannot_be_changed() {
    assertThat(
            refused(
                code -> {
                  code.visitInsn(Opcodes.ACONST_NULL);
                  code.visitFieldInsn(
                      Opcodes.PUTSTATIC, "java/lang/Boolean", "TRUE", "Ljava/lang/Boolean;");
                }))
        .containsExactly("changes java.lang.Boolean.TRUE");
  }

  @Test
  void a_decimal_is_made_of_a_plain_number_only() {
    assertThat(decimal("12.5")).isEmpty();
    assertThat(decimal("1e999999999"))
        .containsExactly("makes a decimal of a text that is no plain number");
  }

  @Test
  void what_is_no_class_file_is_refused() {
    for (byte[] bytes : new byte[][] {{}, {1, 2, 3}, new byte[1_000]}) {
      assertThat(WALL.check(Map.of(NAME, bytes)))
          .containsExactly(new Trespass(NAME, "", "is no class file that can be read", ""));
    }
  }

  private static Iterable<String> decimal(String text) {
    return refused(
        code -> {
          code.visitTypeInsn(Opcodes.NEW, "java/math/BigDecimal");
          code.visitInsn(Opcodes.DUP);
          code.visitLdcInsn(text);
          code.visitMethodInsn(
              Opcodes.INVOKESPECIAL,
              "java/math/BigDecimal",
              "<init>",
              "(Ljava/lang/String;)V",
              false);
          code.visitInsn(Opcodes.POP);
        });
  }

  private static Iterable<String> array(Consumer<MethodVisitor> length) {
    return refused(
        code -> {
          length.accept(code);
          code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/String");
          code.visitInsn(Opcodes.POP);
        });
  }

  private static Iterable<String> constant(Object value) {
    return refused(
        code -> {
          code.visitLdcInsn(value);
          code.visitInsn(Opcodes.POP);
        });
  }

  private static Iterable<String> refused(Consumer<MethodVisitor> body) {
    return whats(HandMade.of("rules/Made", "java/lang/Object", "go", 0, body));
  }

  private static Iterable<String> whole(int access, String method, String name, String parent) {
    return whats(HandMade.of(name, parent, method, access, code -> {}));
  }

  private static Iterable<String> whats(byte[] bytes) {
    return WALL.check(Map.of(NAME, bytes)).stream().map(Trespass::what).toList();
  }
}
