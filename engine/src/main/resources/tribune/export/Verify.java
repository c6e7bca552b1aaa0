import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.*;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks an export of a Tribune trail with nothing but a JDK 17 or later:
 *
 * <pre>java Verify.java EXPORT_DIR --key VKEY [--old CHECKPOINT_FILE]</pre>
 *
 * <p>VKEY is the verifier key of the trail, one line, from a source you trust: the key.vkey of the
 * export shows only that the export fits itself. The same holds for this file: take it from where you
 * trust it. README.txt and Verify.java of the export are not looked at; every other byte is.
 *
 * <p>Exit code 0: sound. 6: unsound, and the first bad thing is printed. 2: it could not be checked.
 */
public final class Verify {
  static final Set<String> FILES =
      Set.of("records.jsonl", "payloads.jsonl", "leaves.txt", "checkpoint", "key.vkey",
          "README.txt", "Verify.java");
  static final int MAX_RECORD = 65_535;
  static final int MAX_PAYLOAD = 1_048_576 + 200;
  static final int MAX_FILE = 4 * 1_048_576;
  static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
  static final Pattern TIME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z");
  static final Pattern PAYLOAD =
      Pattern.compile(
          "(?s)\\{\"facts\":(.*),\"salt\":\"([0-9a-f]{64})\",\"seq\":(0|[1-9][0-9]{0,15})\\}");

  final Path export;
  final Key key;
  final PrintStream out;

  /** The rule bases that records name, with the line of the first. */
  final Map<String, Long> ruleBases = new TreeMap<>();

  Verify(Path export, Key key, PrintStream out) {
    this.export = export;
    this.key = key;
    this.out = out;
  }

  public static void main(String[] args) {
    System.exit(run(args, System.out, System.err));
  }

  /** All of it; returns the exit code. */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    try {
      if (args.length != 3 && args.length != 5) {
        throw new CannotCheck("found " + args.length + " arguments");
      }
      if (!args[1].equals("--key") || (args.length == 5 && !args[3].equals("--old"))) {
        throw new CannotCheck("found other words than --key and --old");
      }
      Path export = Path.of(args[0]);
      if (!Files.isDirectory(export)) {
        throw new CannotCheck(export + " is no directory");
      }
      Optional<Path> old = args.length == 5 ? Optional.of(Path.of(args[4])) : Optional.empty();
      new Verify(export, Key.parse(args[2]), out).check(old);
      return 0;
    } catch (Unsound e) {
      out.println("UNSOUND");
      out.println("where     " + e.where);
      out.println("found     " + e.found);
      out.println("expected  " + e.expected);
      out.println("do        " + e.advice);
      return 6;
    } catch (CannotCheck e) {
      err.println("not checked: " + e.getMessage());
      err.println("usage: java Verify.java EXPORT_DIR --key VKEY [--old CHECKPOINT_FILE]");
      return 2;
    } catch (IOException | RuntimeException e) {
      err.println("not checked: something cannot be read: " + e);
      return 2;
    }
  }

  void check(Optional<Path> old) throws IOException {
    requireNames();
    if (!Arrays.equals(bytes(export.resolve("key.vkey")), (key.text + "\n").getBytes(UTF_8))) {
      throw new Unsound("key.vkey", "another key, or another spelling", key.text);
    }
    Checkpoint signed = Checkpoint.parse("checkpoint", bytes(export.resolve("checkpoint")), key);
    if (signed.signatures != 1) {
      throw new Unsound("checkpoint", signed.signatures + " signature lines", "the trail's one");
    }
    Optional<Checkpoint> before = Optional.empty();
    if (old.isPresent()) {
      if (!Files.isRegularFile(old.get())) {
        throw new CannotCheck(old.get() + " is no file");
      }
      before = Optional.of(Checkpoint.parse(old.get().toString(), bytes(old.get()), key));
    }
    long payloads = checkRecords(signed, before);
    checkRuleBases();
    out.println("SOUND");
    out.println("trail       " + signed.origin);
    out.println("records     " + signed.size + ", in order, none missing");
    out.println("root        " + hex(signed.root));
    out.println("signed by   " + key.text);
    out.println("facts       " + payloads + " fit their commitments");
    out.println("rule bases  " + ruleBases.size() + " fit their hashes");
    before.ifPresent(it -> out.println("older       goes on from " + it.size + " records"));
    out.println("not looked at: README.txt, Verify.java");
  }

  /** The files of an export, and nothing else. What is below rulebases is seen to later. */
  void requireNames() throws IOException {
    for (String name : new TreeSet<>(FILES)) {
      if (!Files.isRegularFile(export.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        throw new Unsound(name, "no such file", "a file");
      }
    }
    try (Stream<Path> all = Files.list(export)) {
      for (Path path : all.sorted().toList()) {
        String name = path.getFileName().toString();
        boolean isRuleBases =
            name.equals("rulebases") && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        if (!FILES.contains(name) && !isRuleBases) {
          throw new Unsound(name, "something that is no part of an export", "nothing");
        }
      }
    }
  }

  /** Records, leaves and payloads, side by side; returns how many payloads there are. */
  long checkRecords(Checkpoint signed, Optional<Checkpoint> before) throws IOException {
    Tree tree = new Tree();
    Tree listed = new Tree();
    long differing = -1;
    long payloadCount = 0;
    String lastAt = "";
    String oldRoot = hex(tree.root());
    try (Lines records = new Lines("records.jsonl", MAX_RECORD);
        Lines leaves = new Lines("leaves.txt", 64);
        Lines payloads = new Lines("payloads.jsonl", MAX_PAYLOAD)) {
      for (long seq = 0; seq < signed.size; seq++) {
        records.seq = seq;
        leaves.seq = seq;
        byte[] line = records.next(signed.size);
        Json record = new Json(line, records);
        record.require(record.number("v") == 1, "v " + record.number("v"), "1");
        record.require(record.number("seq") == seq, "seq " + record.number("seq"), "seq " + seq);
        record.require(
            record.text("log").equals(signed.origin), "log " + record.text("log"), signed.origin);
        String at = record.text("at");
        record.require(TIME.matcher(at).matches(), "at " + at, "a time in UTC");
        record.require(at.compareTo(lastAt) >= 0, "at " + at, "no time before " + lastAt);
        lastAt = at;

        byte[] leaf = sha256(new byte[] {0}, line); // RFC 9162, 2.1.1
        String stated = new String(leaves.next(signed.size), StandardCharsets.ISO_8859_1);
        if (!HEX.matcher(stated).matches()) {
          throw leaves.unsound(shown(stated), "64 lower-case hex digits");
        }
        if (differing < 0 && !stated.equals(hex(leaf))) {
          differing = seq;
        }
        tree.add(leaf);
        listed.add(HexFormat.of().parseHex(stated));
        if (before.isPresent() && before.get().size == tree.size) {
          oldRoot = hex(tree.root());
        }

        if (record.has("facts")) {
          payloads.seq = seq;
          checkPayload(record, payloads);
          payloadCount++;
        }
        if (record.has("rulebase.sha256")) {
          String sha256 = record.text("rulebase.sha256");
          record.require(HEX.matcher(sha256).matches(), "rule base " + sha256, "a SHA-256");
          ruleBases.putIfAbsent(sha256, records.line);
        }
      }
      for (Lines lines : List.of(records, leaves, payloads)) {
        lines.requireEnd(signed.size);
      }
    }
    requireRoot(signed, tree, listed, differing);
    if (before.isPresent()) {
      requireGoesOn(signed, before.get(), oldRoot);
    }
    return payloadCount;
  }

  /** HMAC-SHA-256 (RFC 2104) of the facts, byte for byte, under the salt. */
  void checkPayload(Json record, Lines payloads) throws IOException {
    byte[] line = payloads.next(-1);
    // Each byte as one character, so that the facts come out as the bytes they are.
    Matcher parts = PAYLOAD.matcher(new String(line, StandardCharsets.ISO_8859_1));
    if (!parts.matches()) {
      throw payloads.unsound("another form", "{\"facts\":...,\"salt\":\"64 hex\",\"seq\":n}");
    }
    if (!parts.group(3).equals(Long.toString(payloads.seq))) {
      throw payloads.unsound("facts of record " + parts.group(3), "of record " + payloads.seq);
    }
    byte[] facts = parts.group(1).getBytes(StandardCharsets.ISO_8859_1);
    if (facts.length != record.number("facts.bytes")) {
      throw payloads.unsound(
          facts.length + " bytes of facts", record.number("facts.bytes") + " as recorded");
    }
    String commitment = hex(hmac(HexFormat.of().parseHex(parts.group(2)), facts));
    if (!commitment.equals(record.text("facts.commitment"))) {
      throw payloads.unsound(
          "facts and salt with commitment " + commitment,
          record.text("facts.commitment") + " as recorded");
    }
  }

  /** The records must have the signed root; the list of leaves tells which of them has not. */
  static void requireRoot(Checkpoint signed, Tree tree, Tree listed, long differing) {
    boolean recordsFit = Arrays.equals(tree.root(), signed.root);
    boolean leavesFit = Arrays.equals(listed.root(), signed.root);
    if (recordsFit && leavesFit) {
      return;
    }
    String where = differing < 0 ? "" : ", line " + (differing + 1) + ", seq " + differing;
    if (leavesFit) {
      throw new Unsound(
          "records.jsonl" + where, "a record with another leaf hash", "that of leaves.txt");
    }
    if (recordsFit) {
      throw new Unsound("leaves.txt" + where, "another leaf hash", "that of the record");
    }
    throw new Unsound(
        differing < 0 ? "records.jsonl" : "records.jsonl or leaves.txt" + where,
        "records with root " + hex(tree.root()),
        hex(signed.root) + " as signed in checkpoint");
  }

  /** The first records of the export are those of the older checkpoint. */
  static void requireGoesOn(Checkpoint signed, Checkpoint before, String oldRoot) {
    String advice = "this is not the history that was signed then: keep both checkpoints, they prove"
        + " it; ask whoever made the export";
    if (before.size > signed.size) {
      throw new Unsound("checkpoint", signed.size + " records", before.size
          + " or more, as in " + before.file, advice);
    }
    if (!oldRoot.equals(hex(before.root))) {
      throw new Unsound("records.jsonl, lines 1 to " + before.size, "records with root " + oldRoot,
          hex(before.root) + " as signed in " + before.file, advice);
    }
  }

  /** Rule bases: the manifest has the recorded hash, and each file that of its line; no other. */
  void checkRuleBases() throws IOException {
    TreeSet<String> expected = new TreeSet<>();
    for (String sha256 : ruleBases.keySet()) {
      String manifest = "rulebases/" + sha256 + ".manifest";
      expected.add(manifest);
      byte[] text = ruleFile(manifest, "records.jsonl, line " + ruleBases.get(sha256));
      if (!hex(sha256(text)).equals(sha256)) {
        throw new Unsound(manifest, "a text with SHA-256 " + hex(sha256(text)), sha256);
      }
      for (String line : new String(text, UTF_8).split("\n")) {
        if (!line.matches("[0-9a-f]{64}  [A-Za-z0-9._/-]+") || line.matches(".*[ /]\\.\\.?(/.*)?")) {
          throw new Unsound(manifest, shown(line), "SHA-256, two blanks, path");
        }
        String file = "rulebases/" + sha256 + "/" + line.substring(66);
        expected.add(file);
        String found = hex(sha256(ruleFile(file, manifest)));
        if (!found.equals(line.substring(0, 64))) {
          throw new Unsound(file, "SHA-256 " + found, line.substring(0, 64) + " as in " + manifest);
        }
      }
    }
    if (!Files.exists(export.resolve("rulebases"))) {
      return;
    }
    try (Stream<Path> all = Files.walk(export.resolve("rulebases"))) {
      for (Path path : all.sorted().toList()) {
        String name = export.relativize(path).toString().replace('\\', '/');
        String next = expected.ceiling(name + "/");
        boolean holdsSome = next != null && next.startsWith(name + "/");
        if (!(Files.isDirectory(path) ? holdsSome : expected.contains(name))) {
          throw new Unsound(name, "something that no record names", "nothing");
        }
      }
    }
  }

  byte[] ruleFile(String name, String namedBy) throws IOException {
    if (!Files.isRegularFile(export.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
      throw new Unsound(name, "no such file", "the file that " + namedBy + " names");
    }
    return bytes(export.resolve(name));
  }

  // -------------------------------------------------------------------------- the tree

  /** Computes the root over leaves as they come. RFC 9162, section 2.1.2. */
  static final class Tree {
    final Deque<byte[]> stack = new ArrayDeque<>();
    long size;

    void add(byte[] leaf) {
      byte[] node = leaf;
      for (long rest = size; (rest & 1) == 1; rest >>= 1) {
        node = sha256(new byte[] {1}, stack.pop(), node);
      }
      stack.push(node);
      size++;
    }

    byte[] root() {
      byte[] root = null;
      for (byte[] left : stack) {
        root = root == null ? left : sha256(new byte[] {1}, left, root);
      }
      return root == null ? sha256() : root;
    }
  }

  // -------------------------------------------------------------------------- key and checkpoint

  /** A verifier key of an Ed25519 log. C2SP signed-note, "Verifier keys". */
  record Key(String text, String name, byte[] id, PublicKey key) {
    static Key parse(String text) {
      String[] parts = text.split("\\+", 3);
      Optional<byte[]> typed = parts.length == 3 ? base64(parts[2]) : Optional.empty();
      if (typed.isEmpty() || typed.get().length != 33 || typed.get()[0] != 1) {
        throw new CannotCheck("the key is not name+id+base64 of an Ed25519 key: " + shown(text));
      }
      byte[] id = Arrays.copyOf(sha256((parts[0] + "\n").getBytes(UTF_8), typed.get()), 4);
      if (!hex(id).equals(parts[1])) {
        throw new CannotCheck("the key states id " + shown(parts[1]) + " and has " + hex(id));
      }
      try {
        // RFC 8410: what stands before the 32 bytes in a SubjectPublicKeyInfo.
        byte[] spki = HexFormat.of().parseHex("302a300506032b6570032100" + "00".repeat(32));
        System.arraycopy(typed.get(), 1, spki, 12, 32);
        PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
        return new Key(text, parts[0], id, key);
      } catch (GeneralSecurityException e) {
        throw new CannotCheck("the key is no Ed25519 key: " + e.getMessage());
      }
    }

    boolean verifies(byte[] message, byte[] signature) {
      try {
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(key);
        ed25519.update(message);
        return ed25519.verify(signature);
      } catch (GeneralSecurityException e) {
        return false;
      }
    }
  }

  /** A checkpoint with the key's signature. C2SP tlog-checkpoint and signed-note. */
  record Checkpoint(String file, String origin, long size, byte[] root, int signatures) {
    static Checkpoint parse(String file, byte[] bytes, Key key) {
      String note = utf8(bytes).orElseThrow(() -> new Unsound(file, "no UTF-8", "a checkpoint"));
      int end = note.lastIndexOf("\n\n") + 1; // the last empty line ends the text
      if (end == 0 || !note.endsWith("\n") || note.matches("(?s).*[\\p{Cntrl}&&[^\n]].*")) {
        throw new Unsound(file, "no signed note", "text, an empty line, signature lines");
      }
      String text = note.substring(0, end);
      String[] lines = text.split("\n", -1);
      String[] signatures = note.substring(end + 1).split("\n");
      boolean signed = false;
      for (String line : signatures) {
        String[] parts = line.split(" ", -1);
        byte[] raw = base64(parts[parts.length - 1]).orElse(new byte[0]);
        if (parts.length != 3 || !parts[0].equals("\u2014") || raw.length < 5) {
          throw new Unsound(file, shown(line), "a line: dash, name, base64 of id and signature");
        }
        if (parts[1].equals(key.name) && Arrays.equals(Arrays.copyOf(raw, 4), key.id)) {
          byte[] signature = Arrays.copyOfRange(raw, 4, raw.length);
          if (!key.verifies(text.getBytes(UTF_8), signature)) {
            throw new Unsound(file, "a signature that does not hold", "one of " + key.text);
          }
          signed = true;
        }
      }
      if (!signed) {
        throw new Unsound(file, "no signature of the key", "one of " + key.text,
            "make sure that the key is that of the trail " + shown(lines[0]) + "; then ask for a"
                + " checkpoint that it signed");
      }
      Optional<byte[]> root = lines.length < 4 ? Optional.empty() : base64(lines[2]);
      if (root.isEmpty() || root.get().length != 32 || !lines[1].matches("0|[1-9][0-9]{0,15}")) {
        throw new Unsound(file, "another form", "origin, size and root, each on a line");
      }
      if (!lines[0].equals(key.name)) {
        throw new Unsound(file, "a checkpoint of " + shown(lines[0]), "one of " + key.name);
      }
      return new Checkpoint(file, lines[0], Long.parseLong(lines[1]), root.get(), signatures.length);
    }
  }

  // -------------------------------------------------------------------------- lines and JSON

  /** The lines of a file, one at a time: each ended by 0x0A, no other control character. */
  final class Lines implements AutoCloseable {
    final String name;
    final int most;
    final InputStream in;
    long line;
    long seq = -1;

    Lines(String name, int most) throws IOException {
      this.name = name;
      this.most = most;
      this.in = new BufferedInputStream(Files.newInputStream(export.resolve(name)), 1 << 16);
    }

    /** The next line, which must be there; so many in all, or -1 for one for each record with facts. */
    byte[] next(long expected) throws IOException {
      line++;
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0 && bytes.size() == 0) {
          throw unsound(
              "the end of the file",
              expected < 0 ? "the facts of record " + seq : expected + " lines, as in checkpoint");
        }
        if (b < 0) {
          throw unsound("the end of the file", "a line that ends in a newline");
        }
        if (b < 0x20) {
          throw unsound(
              String.format(Locale.ROOT, "byte 0x%02X", b), "text without control characters");
        }
        if (bytes.size() == most) {
          throw unsound("a longer line", "at most " + most + " bytes");
        }
        bytes.write(b);
      }
      return bytes.toByteArray();
    }

    void requireEnd(long records) throws IOException {
      if (in.read() >= 0) {
        line++;
        seq = -1;
        throw unsound("more", "the end of the file: checkpoint is over " + records + " records");
      }
    }

    Unsound unsound(String found, String expected) {
      String record = seq < 0 ? "" : ", seq " + seq;
      return new Unsound(name + ", line " + line + record, found, expected);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /**
   * Reads one record: canonical JSON (RFC 8785) of objects, arrays, texts and whole numbers. Members
   * are kept by their path, such as facts.bytes; what is in arrays is read and not kept.
   */
  static final class Json {
    final Map<String, Object> members = new HashMap<>();
    final Lines lines;
    final String text;
    int at;

    Json(byte[] line, Lines lines) {
      this.lines = lines;
      this.text = utf8(line).orElseThrow(() -> lines.unsound("bytes that are no UTF-8", "UTF-8"));
      object("", 0);
      require(at == text.length(), "more after the record", "the end of the line");
    }

    boolean has(String path) {
      return members.containsKey(path);
    }

    String text(String path) {
      require(members.get(path) instanceof String, path + " is no text or missing", "a text");
      return (String) members.get(path);
    }

    long number(String path) {
      require(members.get(path) instanceof Long, path + " is no number or missing", "a number");
      return (Long) members.get(path);
    }

    void require(boolean holds, String found, String expected) {
      if (!holds) {
        throw lines.unsound(found, expected);
      }
    }

    private void value(String path, int depth) {
      require(depth < 64, "nested deeper than 64 levels", "a record");
      char next = peek();
      if (next == '{') {
        members.put(path, "{");
        object(path + ".", depth);
      } else if (next == '[') {
        array(depth);
      } else if (next == '"') {
        members.put(path, string());
      } else {
        members.put(path, whole());
      }
    }

    private void object(String path, int depth) {
      expect('{');
      String last = "";
      while (peek() != '}') {
        if (!last.isEmpty()) {
          expect(',');
        }
        String key = string();
        require(key.compareTo(last) > 0, "member " + shown(key), "members in order, each once");
        last = key;
        expect(':');
        value(path + key, depth + 1);
      }
      at++;
    }

    private void array(int depth) {
      expect('[');
      for (boolean first = true; peek() != ']'; first = false) {
        if (!first) {
          expect(',');
        }
        value("[]", depth + 1); // no member has such a name
      }
      at++;
    }

    private Long whole() {
      int start = at;
      while (peek() == '-' || (peek() >= '0' && peek() <= '9')) {
        at++;
      }
      String digits = text.substring(start, at);
      require(digits.matches("0|-?[1-9][0-9]{0,15}"), "at character " + start, "a whole number");
      return Long.valueOf(digits);
    }

    private String string() {
      expect('"');
      StringBuilder string = new StringBuilder();
      for (char c = take(); c != '"'; c = take()) {
        string.append(c == '\\' ? escaped() : c);
      }
      return string.toString();
    }

    private char escaped() {
      char c = take();
      if (c == 'u') {
        require(text.substring(at).matches("(?s)00[01][0-9a-f].*"), "an escape", "a short one");
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 2, at), 16);
      }
      int known = "\"\\bfnrt".indexOf(c);
      require(known >= 0, "escape \\" + c, "one of canonical JSON");
      return "\"\\\b\f\n\r\t".charAt(known);
    }

    private void expect(char wanted) {
      char c = take();
      require(c == wanted, shown("" + c) + " at character " + at, "" + wanted);
    }

    private char take() {
      char c = peek();
      at++;
      return c;
    }

    private char peek() {
      require(at < text.length(), "the end of the line", "the rest of a record");
      return text.charAt(at);
    }
  }

  // -------------------------------------------------------------------------- bytes

  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static byte[] hmac(byte[] salt, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(salt, "HmacSHA256"));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** RFC 4648 section 4 in its one spelling: padded, unused bits zero. */
  static Optional<byte[]> base64(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      boolean isSpelledSo = Base64.getEncoder().encodeToString(bytes).equals(text);
      return isSpelledSo ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** A text of unknown origin, fit to print. */
  static String shown(String text) {
    String plain = text.replaceAll("[^ -~]", "?");
    return "'" + (plain.length() > 80 ? plain.substring(0, 80) + "..." : plain) + "'";
  }

  static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_FILE + 1);
      if (bytes.length > MAX_FILE) {
        throw new Unsound(file.toString(), "a longer file", "at most " + MAX_FILE + " bytes");
      }
      return bytes;
    }
  }

  /** The first thing that is wrong, and what to do. */
  static final class Unsound extends RuntimeException {
    final String where;
    final String found;
    final String expected;
    final String advice;

    Unsound(String where, String found, String expected) {
      this(where, found, expected, "do not rely on this copy; keep it as it is, and ask for another"
          + " from whoever made it");
    }

    Unsound(String where, String found, String expected, String advice) {
      super(where);
      this.where = where;
      this.found = found;
      this.expected = expected;
      this.advice = advice;
    }
  }

  /** It cannot be told whether the export is sound. */
  static final class CannotCheck extends RuntimeException {
    CannotCheck(String message) {
      super(message);
    }
  }
}
