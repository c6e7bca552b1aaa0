package tribune.rulebase.confinement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.Type;

/**
 * What rules may touch, from {@code allowed.txt}, which says how it is read. Types go by their
 * names in class files, such as {@code java/lang/String}. Immutable and safe for use by several
 * threads.
 */
public final class AllowList {
  private static final String RESOURCE = "allowed.txt";
  private static final String CONSTRUCTOR = "new";
  private static final Pattern MEMBER = Pattern.compile("([\\w*]+)(?:\\(([^)]*)\\))?");

  private final String text;
  private final Map<String, AllowedType> types;

  private AllowList(String text, Map<String, AllowedType> types) {
    this.text = text;
    this.types = Map.copyOf(types);
  }

  /** The list that comes with the program. */
  public static AllowList shipped() {
    return Shipped.LIST;
  }

  /**
   * Reads a list.
   *
   * @throws IllegalArgumentException if a line is not of the form that allowed.txt describes
   */
  static AllowList of(String text) {
    Map<String, AllowedType> types = new HashMap<>();
    text.lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .map(AllowList::type)
        .forEach(type -> types.merge(type.name(), type, AllowedType::and));
    return new AllowList(text, types);
  }

  private static AllowedType type(String line) {
    String[] words = line.split("\\s+");
    if (words.length < 2) {
      throw new IllegalArgumentException("an allow-list line without a type: " + line);
    }
    Set<AllowedType.Member> members = new java.util.HashSet<>();
    for (String word : Arrays.asList(words).subList(2, words.length)) {
      members.add(member(word, line));
    }
    return new AllowedType(AllowedType.Use.of(words[0], line), words[1].replace('.', '/'), members);
  }

  private static AllowedType.Member member(String word, String line) {
    Matcher parts = MEMBER.matcher(word);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no member: " + word + " in " + line);
    }
    String name = parts.group(1).equals(CONSTRUCTOR) ? "<init>" : parts.group(1);
    return new AllowedType.Member(name, Optional.ofNullable(parts.group(2)));
  }

  /** The list as it is written, with the reasons. */
  public String text() {
    return text;
  }

  /** Whether generated code may name the type. */
  public boolean names(String type) {
    AllowedType allowed = types.get(type);
    return allowed != null && allowed.use() != AllowedType.Use.LINK;
  }

  /** Whether the type may be resolved at all; its name as Java writes it, with dots. */
  public boolean resolves(String className) {
    return types.containsKey(className.replace('.', '/'));
  }

  /** Whether what is of the type may be written into a text. */
  boolean isValue(String type) {
    AllowedType allowed = types.get(type);
    return allowed != null && allowed.use() == AllowedType.Use.VALUE;
  }

  /** Whether generated code may call the method, or read the field of this type. */
  boolean allows(String owner, String member, String descriptor) {
    AllowedType allowed = types.get(owner);
    return allowed != null
        && (allowed.lists(member, descriptor)
            || (allowed.listsWhatItStates()
                && states(owner, member)
                && names(Type.getType(descriptor))));
  }

  private boolean names(Type member) {
    Type result = member.getSort() == Type.METHOD ? member.getReturnType() : member;
    return result.getSort() != Type.OBJECT || names(result.getInternalName());
  }

  /** The names of all methods that values and the language of rules offer. */
  public Set<String> methods() {
    Set<String> names = new TreeSet<>();
    types.values().stream()
        .filter(
            type ->
                type.use() == AllowedType.Use.VALUE
                    || type.name().startsWith("tribune/rulebase/language/"))
        .forEach(
            type -> {
              type.members().forEach(member -> names.add(member.name()));
              if (type.listsWhatItStates()) {
                names.addAll(Stated.by(type.name()));
              }
            });
    names.remove(AllowedType.STATED);
    names.remove("<init>");
    return names;
  }

  private static boolean states(String type, String member) {
    return Stated.by(type).contains(member);
  }

  /** Read when it is first needed. */
  private static final class Shipped {
    private static final AllowList LIST = of(read());

    private static String read() {
      try (InputStream in = AllowList.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException("the program lacks its " + RESOURCE);
        }
        return new String(in.readAllBytes(), UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(RESOURCE, e);
      }
    }
  }
}
