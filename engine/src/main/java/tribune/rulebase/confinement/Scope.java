package tribune.rulebase.confinement;

import java.util.List;
import java.util.Set;

/** Which names mean something in a rule file, and which of them rules may use. */
final class Scope {
  /** What may stand before a parenthesis, besides the names of types and members. */
  private static final Set<String> BEFORE_PARENTHESIS =
      Set.of(
          "accumulate",
          "and",
          "average",
          "contains",
          "count",
          "excludes",
          "exists",
          "forall",
          "in",
          "insertLogical",
          "max",
          "memberOf",
          "min",
          "not",
          "or",
          "sum",
          "then",
          "when");

  /** Words of Java and of DRL that rules have no use for. */
  private static final Set<String> REFUSED =
      Set.of(
          "assert",
          "break",
          "case",
          "catch",
          "class",
          "collect",
          "continue",
          "default",
          "dialect",
          "do",
          "drools",
          "else",
          "enum",
          "eval",
          "finally",
          "for",
          "from",
          "goto",
          "if",
          "instanceof",
          "kcontext",
          "kieRuntime",
          "matches",
          "native",
          "return",
          "soundslike",
          "static",
          "super",
          "switch",
          "synchronized",
          "throw",
          "throws",
          "transient",
          "try",
          "volatile",
          "while");

  /** What parts of DRL are called that {@code RuleContract} speaks of. */
  private static final Set<String> OF_CONTRACT = Set.of("function", "query", "global");

  private static final Set<String> PACKAGES =
      Set.of("com", "jakarta", "java", "javax", "jdk", "net", "org", "sun", "tribune");

  private static final List<String> IMPORTED_ALWAYS =
      List.of("java/lang/", "tribune/decision/", "tribune/rulebase/language/");

  private static final Set<String> IMPORTS =
      Set.of("tribune.decision.*", "tribune.rulebase.language.*");

  private final AllowList allowed;
  private final Set<String> methods;

  Scope(AllowList allowed) {
    this.allowed = allowed;
    this.methods = allowed.methods();
  }

  boolean isRefused(String word) {
    return REFUSED.contains(word);
  }

  boolean isOfContract(String word) {
    return OF_CONTRACT.contains(word);
  }

  boolean mayStandBeforeParenthesis(String word) {
    return BEFORE_PARENTHESIS.contains(word);
  }

  /** Getters of declared facts are on no list; what they are is looked at when they are classes. */
  boolean isMethod(String name) {
    return methods.contains(name) || (name.matches("(get|is)[A-Z].*") && !name.equals("getClass"));
  }

  boolean beginsPackage(String word) {
    return PACKAGES.contains(word);
  }

  /** Whether a name of words and dots is that of a type on the list, or of something in one. */
  boolean isListed(String qualified) {
    for (String name = qualified;
        name.contains(".");
        name = name.substring(0, name.lastIndexOf('.'))) {
      if (allowed.names(name.replace('.', '/'))) {
        return true;
      }
    }
    return false;
  }

  boolean isImport(String qualified) {
    return IMPORTS.contains(qualified) || isListed(qualified);
  }

  /** Whether the name alone means a type that is there without an import. */
  boolean isThere(String type) {
    return IMPORTED_ALWAYS.stream().anyMatch(folder -> exists(folder + type));
  }

  /** Whether the name alone means a type that rules may use. */
  boolean isListedAlone(String type) {
    return IMPORTED_ALWAYS.stream().anyMatch(folder -> allowed.names(folder + type));
  }

  private static boolean exists(String type) {
    return ClassLoader.getSystemResource(type + ".class") != null
        || Scope.class.getResource("/" + type + ".class") != null;
  }
}
