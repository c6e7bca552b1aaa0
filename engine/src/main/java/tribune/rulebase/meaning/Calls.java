package tribune.rulebase.meaning;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tribune.rulebase.drl.Declaration;
import tribune.rulebase.drl.Expression;
import tribune.rulebase.drl.Token;

/** Looks at what calls and new facts are given. */
final class Calls {
  private final KnownTypes types;
  private final Found found;

  Calls(KnownTypes types, Found found) {
    this.types = types;
    this.found = found;
  }

  /** What a call results in. */
  Sort of(Class<?> owner, Expression.Call call, List<Sort> arguments) {
    List<Method> named = Members.methods(owner, call.name().text());
    if (named.isEmpty()) {
      found.unknown(
          MeaningCode.UNKNOWN_METHOD,
          call.name(),
          owner.getSimpleName() + " has no method " + call.name().text(),
          "it has",
          Members.methodNames(owner));
      return Sort.Special.UNKNOWN;
    }
    List<Method> fitting = named.stream().filter(it -> fits(it, arguments)).toList();
    if (fitting.isEmpty()) {
      wrong(call, call.name().text(), named, arguments);
      return Sort.Special.UNKNOWN;
    }
    Type result = fitting.get(0).getGenericReturnType();
    boolean isOne = fitting.stream().allMatch(it -> it.getGenericReturnType().equals(result));
    return isOne ? Sort.of(result) : Sort.Special.UNKNOWN;
  }

  /** A new fact. */
  Sort of(Expression.Creation creation, List<Sort> arguments) {
    Optional<Sort> sort = types.sort(creation.type());
    if (sort.isEmpty()) {
      Token name = creation.simpleType();
      found.unknown(
          MeaningCode.UNKNOWN_TYPE,
          name,
          "there is no type " + name.text(),
          "there are",
          types.facts());
      return Sort.Special.UNKNOWN;
    }
    if (sort.get() instanceof Sort.Derived derived) {
      declared(creation, derived.type(), arguments);
    } else if (sort.get() instanceof Sort.Java java) {
      List<Constructor<?>> all = Arrays.asList(java.raw().getConstructors());
      if (!all.isEmpty() && all.stream().noneMatch(it -> fits(it, arguments))) {
        wrong(creation, java.raw().getSimpleName(), all, arguments);
      }
    }
    return sort.get();
  }

  private void declared(Expression.Creation creation, Declaration type, List<Sort> arguments) {
    boolean isPlain =
        type.piece().tokens().stream().noneMatch(it -> it.is("@") || it.is("extends"));
    boolean isWhole = type.form().isEmpty() && type.piece().isEnded();
    if (!isPlain || !isWhole || arguments.isEmpty()) {
      return;
    }
    List<Declaration.Member> members = type.members();
    String name = creation.simpleType().text();
    if (members.size() != arguments.size()) {
      found.add(
          MeaningCode.ARGUMENTS,
          creation,
          name + " holds " + counted(members.size()) + ", and is given " + arguments.size(),
          "write " + name + "( " + listed(members) + " )");
      return;
    }
    for (int index = 0; index < members.size(); index++) {
      Optional<Sort> wanted = types.sort(members.get(index).type());
      boolean differs =
          wanted.isPresent()
              && wanted.get() instanceof Sort.Java java
              && !takes(java.raw(), arguments.get(index));
      if (differs || (wanted.isPresent() && otherFact(wanted.get(), arguments.get(index)))) {
        found.add(
            MeaningCode.ARGUMENTS,
            creation.arguments().get(index),
            "`"
                + members.get(index).name().text()
                + "` of "
                + name
                + " is "
                + wanted.get().words()
                + ", and is given "
                + arguments.get(index).words(),
            "write " + name + "( " + listed(members) + " )");
      }
    }
  }

  private static boolean otherFact(Sort wanted, Sort given) {
    return wanted instanceof Sort.Derived
        && (given instanceof Sort.Derived || given.family().isPresent())
        && !wanted.equals(given);
  }

  private static String counted(int members) {
    return members == 1 ? "1 member" : members + " members";
  }

  private static String listed(List<Declaration.Member> members) {
    return members.stream()
        .map(
            it ->
                it.type().stream().map(Token::text).collect(Collectors.joining())
                    + " "
                    + it.name().text())
        .collect(Collectors.joining(", "));
  }

  private void wrong(
      Expression at, String name, List<? extends Executable> all, List<Sort> arguments) {
    String given =
        arguments.isEmpty()
            ? "nothing"
            : arguments.stream().map(Sort::words).collect(Collectors.joining(", "));
    found.add(
        MeaningCode.ARGUMENTS,
        at,
        name + " does not take what it is given: " + given,
        "write "
            + all.stream()
                .map(it -> name + parameters(it))
                .distinct()
                .sorted()
                .limit(5)
                .collect(Collectors.joining(" or ")));
  }

  private static String parameters(Executable call) {
    return call.getParameterCount() == 0
        ? "()"
        : Arrays.stream(call.getParameters())
            .map(it -> it.getType().getSimpleName())
            .collect(Collectors.joining(", ", "( ", " )"));
  }

  private static boolean fits(Executable call, List<Sort> arguments) {
    Class<?>[] wanted = call.getParameterTypes();
    if (call.isVarArgs()) {
      int fixed = wanted.length - 1;
      Class<?> more = wanted[fixed].getComponentType();
      return arguments.size() >= fixed
          && fits(Arrays.copyOf(wanted, fixed), arguments.subList(0, fixed))
          && arguments.subList(fixed, arguments.size()).stream().allMatch(it -> takes(more, it));
    }
    return wanted.length == arguments.size() && fits(wanted, arguments);
  }

  private static boolean fits(Class<?>[] wanted, List<Sort> arguments) {
    for (int index = 0; index < wanted.length; index++) {
      if (!takes(wanted[index], arguments.get(index))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a value can be given for a parameter, as far as is known. */
  private static boolean takes(Class<?> wanted, Sort given) {
    Class<?> boxed = new Sort.Java(wanted).raw();
    boolean wantsNumber = new Sort.Java(wanted).group().isNumber();
    if (given == Sort.Special.NUMBER) {
      return wantsNumber || boxed.isAssignableFrom(Integer.class) || boxed == Object.class;
    }
    if (given instanceof Sort.Derived) {
      return boxed.isInterface() || boxed == Object.class;
    }
    if (!(given instanceof Sort.Java java)) {
      return true;
    }
    boolean widens = wanted.isPrimitive() && wantsNumber && java.group().isNumber();
    return boxed.isAssignableFrom(java.raw()) || widens || java.raw() == Object.class;
  }
}
