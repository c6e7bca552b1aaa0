package tribune.rulebase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.drools.model.Model;
import tribune.document.CanonicalJson;
import tribune.document.Sha256;
import tribune.rulebase.confinement.AllowList;
import tribune.rulebase.confinement.ClassWall;
import tribune.rulebase.confinement.Trespass;

/**
 * A rule base compiled to classes, with the index of its rules.
 *
 * @param models names of the classes that describe the rules to Drools
 * @param classes the bytes of each class by its name
 */
record CompiledRules(List<String> models, SortedMap<String, byte[]> classes, RuleIndex index) {
  private static final String MAGIC = "tribune compiled rules 1";
  private static final String MODELS = "models";
  private static final String INDEX = "index.json";
  private static final String CLASS = ".class";
  private static final int LIMIT_BYTES = 256 << 20;
  private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  CompiledRules {
    models = List.copyOf(models);
    classes = new TreeMap<>(classes);
  }

  /**
   * What stands in a cache: a line that says what it is, the key it was compiled for, the SHA-256
   * of the rest, and the rest, which is a zip.
   */
  byte[] toBytes(String key) {
    byte[] zip = zip();
    byte[] head = (MAGIC + "\n" + key + "\n" + Sha256.hex(zip) + "\n").getBytes(UTF_8);
    byte[] all = Arrays.copyOf(head, head.length + zip.length);
    System.arraycopy(zip, 0, all, head.length, zip.length);
    return all;
  }

  /** The compiled rules in these bytes, or empty if they are not whole or not for this key. */
  static Optional<CompiledRules> fromBytes(byte[] bytes, String key) {
    int headLength = (MAGIC + "\n" + key + "\n").length() + 65;
    if (bytes.length < headLength) {
      return Optional.empty();
    }
    byte[] zip = Arrays.copyOfRange(bytes, headLength, bytes.length);
    String head = new String(bytes, 0, headLength, UTF_8);
    if (!head.equals(MAGIC + "\n" + key + "\n" + Sha256.hex(zip) + "\n")) {
      return Optional.empty();
    }
    return unzip(zip);
  }

  /** What its classes may not do. */
  List<Trespass> trespasses() {
    return new ClassWall(AllowList.shipped(), RuleContract.PACKAGE).check(classes);
  }

  /** What describes the rules to Drools; each call defines the classes anew. */
  List<Model> instantiate() {
    RuleClassLoader loader = new RuleClassLoader(classes, AllowList.shipped());
    List<Model> instances = new ArrayList<>();
    for (String name : models) {
      try {
        instances.add((Model) loader.loadClass(name).getDeclaredConstructor().newInstance());
      } catch (ClassNotFoundException
          | NoSuchMethodException
          | InstantiationException
          | IllegalAccessException
          | InvocationTargetException e) {
        throw new IllegalStateException("compiled rules without their model " + name, e);
      }
    }
    return instances;
  }

  private byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, MODELS, String.join("\n", models).getBytes(UTF_8));
      put(zip, INDEX, CanonicalJson.write(index.toJson()));
      for (var entry : classes.entrySet()) {
        put(zip, entry.getKey() + CLASS, entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  /** Entries bear a fixed time, so that the same rules give the same bytes. */
  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(FIXED_TIME);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  private static Optional<CompiledRules> unzip(byte[] bytes) {
    List<String> models = List.of();
    RuleIndex index = RuleIndex.of(List.of());
    SortedMap<String, byte[]> classes = new TreeMap<>();
    int total = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readNBytes(LIMIT_BYTES - total);
        total += content.length;
        String name = entry.getName();
        if (name.equals(MODELS)) {
          models = new String(content, UTF_8).lines().toList();
        } else if (name.equals(INDEX)) {
          index = RuleIndex.fromJson(CanonicalJson.read(content));
        } else {
          classes.put(name.substring(0, name.length() - CLASS.length()), content);
        }
      }
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
    return Optional.of(new CompiledRules(models, classes, index));
  }
}
