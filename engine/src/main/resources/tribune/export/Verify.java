import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.*;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.*;
import java.security.*;
import java.security.spec.X509EncodedKeySpec;
import java.util.*;
import java.util.regex.*;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks an export of a Tribune trail with nothing but a JDK 17 or later:
 *
 * <pre>java Verify.java EXPORT_DIR --key VKEY [--old CHECKPOINT_FILE]</pre>
 *
 * <p>VKEY is the verifier key of the trail, one line, from a source you trust: the key.vkey of the
 * export shows only that the export fits itself. The same holds for this file. README.txt and
 * Verify.java of the export are not looked at; every other byte is.
 *
 * <p>Exit code 0: sound. 6: unsound, and the first bad thing is printed. 2: not checked.
 */
public final class Verify {
  static final Set<String> FILES = Set.of("records.jsonl", "payloads.jsonl", "leaves.txt",
      "checkpoint", "key.vkey", "README.txt", "Verify.java");
  static final String ADVICE = "do        do not rely on this copy; keep it, and what it was compared"
      + " with, as they are; ask whoever made it";
  static final int MAX_RECORD = 65_535;
  static final int MAX_PAYLOAD = 1_048_576 + 200;
  static final int MAX_FILE = 4 * 1_048_576;
  static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
  static final Pattern PAYLOAD = Pattern.compile(
      "(?s)\\{\"facts\":(.*),\"salt\":\"([0-9a-f]{64})\",\"seq\":(0|[1-9][0-9]*)\\}");

  final Path export;
  final Key key;
  final Map<String, Long> ruleBases = new TreeMap<>(); // with the first line that names each
  final TreeMap<Long, String[]> rotations = new TreeMap<>(); // by seq: the old key, the new key

  Verify(Path export, Key key) {
    this.export = export;
    this.key = key;
  }

  public static void main(String[] args) {
    System.exit(run(args, System.out, System.err));
  }

  /** Checks all of it and says what came out; returns the exit code. */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    try {
      boolean old = args.length == 5 && args[3].equals("--old");
      if (!(old || args.length == 3) || !args[1].equals("--key")) {
        throw new IllegalArgumentException("these are not the arguments it takes");
      }
      new Verify(Path.of(args[0]), Key.parse(args[2])).check(old ? Path.of(args[4]) : null, out);
      return 0;
    } catch (Unsound e) {
      out.println("UNSOUND\nwhere     " + e.where + "\nfound     " + e.found);
      out.println("expected  " + e.expected + "\n" + ADVICE);
      return 6;
    } catch (Exception e) {
      err.println("not checked: " + (e instanceof IllegalArgumentException ? e.getMessage() : e));
      err.println("usage: java Verify.java EXPORT_DIR --key VKEY [--old CHECKPOINT_FILE]");
      return 2;
    }
  }

  void check(Path old, PrintStream out) throws Exception {
    if (!Files.isDirectory(export)) {
      throw new IllegalArgumentException(export + " is no directory");
    }
    for (String name : new TreeSet<>(FILES)) {
      requireFile(name, "a file");
    }
    if (!Arrays.equals(bytes(export.resolve("key.vkey")), (key.text + "\n").getBytes(UTF_8))) {
      throw new Unsound("key.vkey", "another key, or another spelling", key.text);
    }
    Checkpoint signed = Checkpoint.parse("checkpoint", bytes(export.resolve("checkpoint")), key);
    readRotations();
    boolean both = rotations.containsKey(signed.size - 1);
    if (signed.signatures != (both ? 2 : 1)) {
      throw new Unsound("checkpoint", signed.signatures + " signature lines", "the trail's one");
    }
    if (both) { // right after a record that exchanges the key, the old one signs too
      Checkpoint.parse("checkpoint", bytes(export.resolve("checkpoint")), keyAt(signed.size - 1));
    }
    Checkpoint before = old == null ? null : older(old);
    if (before != null && before.size > signed.size) {
      throw new Unsound("checkpoint", signed.size + " records",
          before.size + " or more, as in " + old);
    }
    long payloads = checkRecords(signed, before);
    checkRuleBases();
    out.println("SOUND\ntrail       " + signed.origin);
    out.println("records     " + signed.size + ", in order, none missing");
    out.println("root        " + hex(signed.root) + "\nsigned by   " + key.text);
    out.println("facts       " + payloads + " fit their commitments");
    out.println("rule bases  " + ruleBases.size() + " fit their hashes");
    if (before != null) {
      out.println("older       goes on from " + before.size + " records");
    }
    out.println("not looked at: README.txt, Verify.java");
  }

  /** The records that exchange the key; whether they are the signed ones is checked later. */
  void readRotations() throws Exception {
    try (Lines records = new Lines("records.jsonl", MAX_RECORD)) {
      for (long seq = 0; records.hasNext(); seq++) {
        String line = new String(records.next(seq, "a record"), UTF_8);
        if (line.contains("\"type\":\"key.rotated\"")) {
          Members record = new Members(line, records);
          if ("key.rotated".equals(record.byPath.get("type")) && record.has("rotation.old")) {
            rotations.put(seq, new String[] {
                record.byPath.get("rotation.old"), record.byPath.get("rotation.new")});
          }
        }
      }
    } catch (Unsound e) {
      // The records are read once more, from the first on, and then it is told in its order.
    }
  }

  /** The key that signed a tree of this size. */
  Key keyAt(long size) throws Exception {
    Map.Entry<Long, String[]> next = rotations.ceilingEntry(size);
    return next == null ? key : Key.parse(next.getValue()[0]);
  }

  /** A checkpoint that was kept, under the key of its time. */
  Checkpoint older(Path file) throws Exception {
    String[] lines = new String(bytes(file), UTF_8).split("\n", 3);
    boolean hasSize = lines.length == 3 && lines[1].matches("0|[1-9][0-9]{0,15}");
    Key then = hasSize ? keyAt(Long.parseLong(lines[1])) : key;
    return Checkpoint.parse(file.toString(), bytes(file), then);
  }

  /** Each exchange is of the key in force, and the last one leads to the key that is trusted. */
  void checkRotation(Members record, long seq) {
    Map.Entry<Long, String[]> next = rotations.higherEntry(seq);
    record.require("rotation.new", next == null ? key.text : next.getValue()[0]);
  }

  /** Records, leaves and payloads, side by side; returns how many payloads there are. */
  long checkRecords(Checkpoint signed, Checkpoint before) throws Exception {
    boolean leavesFit = leavesFit(signed);
    Tree tree = new Tree();
    String oldRoot = hex(tree.root());
    String lastAt = "";
    long payloadCount = 0;
    Unsound differing = null;
    try (Lines records = new Lines("records.jsonl", MAX_RECORD);
        Lines leaves = new Lines("leaves.txt", 64);
        Lines payloads = new Lines("payloads.jsonl", MAX_PAYLOAD)) {
      for (long seq = 0; seq < signed.size; seq++) {
        byte[] line = records.next(seq, signed.size + " records, as in checkpoint");
        Members record = new Members(new String(line, UTF_8), records);
        record.require("v", "1");
        record.require("seq", Long.toString(seq));
        record.require("log", signed.origin.replace("\\", "\\\\").replace("\"", "\\\""));
        String at = record.byPath.getOrDefault("at", "nothing");
        record.require(TIME.matcher(at).matches(), "at " + shown(at), "a time in UTC");
        record.require(at.compareTo(lastAt) >= 0, "at " + at, "no time before " + lastAt);
        lastAt = at;

        byte[] leaf = sha256(new byte[] {0}, line); // RFC 9162, 2.1.1
        String listed = new String(leaves.next(seq, signed.size + " leaves"), ISO_8859_1);
        if (leavesFit) {
          record.require(hex(leaf).equals(listed), "a record with leaf hash " + hex(leaf), listed);
        } else if (differing == null && !hex(leaf).equals(listed)) {
          differing = leaves.unsound(shown(listed), hex(leaf) + " as computed of the record");
        }
        tree.add(leaf);
        if (before != null && before.size == tree.size) {
          oldRoot = hex(tree.root());
        }
        if ("key.rotated".equals(record.byPath.get("type"))) {
          checkRotation(record, seq);
        }
        if (record.has("facts.commitment")) {
          checkPayload(record, payloads, seq);
          payloadCount++;
        }
        if (record.has("rulebase.sha256")) {
          ruleBases.putIfAbsent(record.byPath.get("rulebase.sha256"), seq + 1);
        }
      }
      for (Lines lines : List.of(records, leaves, payloads)) {
        lines.requireEnd(signed.size);
      }
    }
    if (!Arrays.equals(tree.root(), signed.root)) {
      throw new Unsound("records.jsonl, and leaves.txt too", "records with root "
          + hex(tree.root()), hex(signed.root) + " as signed in checkpoint");
    }
    if (differing != null) {
      throw differing; // the records have the signed root, so the list of leaves is wrong
    }
    if (before != null && !oldRoot.equals(hex(before.root))) {
      throw new Unsound("records.jsonl, lines 1 to " + before.size, "records with root " + oldRoot,
          hex(before.root) + " as signed in " + before.file);
    }
    return payloadCount;
  }

  /** Whether the list of leaves has the signed root: then it tells which record is another one. */
  boolean leavesFit(Checkpoint signed) throws Exception {
    Tree tree = new Tree();
    try (Lines leaves = new Lines("leaves.txt", 64)) {
      while (tree.size < signed.size && leaves.hasNext()) {
        String leaf = new String(leaves.next(tree.size, "a leaf"), ISO_8859_1);
        if (!leaf.matches("[0-9a-f]{64}")) {
          throw leaves.unsound(shown(leaf), "64 lower-case hex digits");
        }
        tree.add(HexFormat.of().parseHex(leaf));
      }
    }
    return Arrays.equals(tree.root(), signed.root);
  }

  /** HMAC-SHA-256 (RFC 2104) of the facts, byte for byte, under the salt. */
  void checkPayload(Members record, Lines payloads, long seq) throws Exception {
    String line = new String(payloads.next(seq, "the facts of record " + seq), ISO_8859_1);
    Matcher parts = PAYLOAD.matcher(line); // one character a byte, so the facts stay as they are
    if (!parts.matches()) {
      throw payloads.unsound("another form", "{\"facts\":...,\"salt\":\"64 hex\",\"seq\":n}");
    }
    if (!parts.group(3).equals(Long.toString(seq))) {
      throw payloads.unsound("facts of record " + parts.group(3), "those of record " + seq);
    }
    byte[] facts = parts.group(1).getBytes(ISO_8859_1);
    String recorded = record.byPath.get("facts.bytes");
    if (!Integer.toString(facts.length).equals(recorded)) {
      throw payloads.unsound(facts.length + " bytes of facts", recorded + " as recorded");
    }
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(HexFormat.of().parseHex(parts.group(2)), "HmacSHA256"));
    String commitment = hex(mac.doFinal(facts));
    if (!commitment.equals(record.byPath.get("facts.commitment"))) {
      throw payloads.unsound("facts and salt with commitment " + commitment,
          record.byPath.get("facts.commitment") + " as recorded");
    }
  }

  /** The manifest has the recorded hash, each file that of its line; and there is nothing else. */
  void checkRuleBases() throws Exception {
    TreeSet<String> expected = new TreeSet<>(FILES);
    for (String sha256 : ruleBases.keySet()) {
      String manifest = "rulebases/" + sha256 + ".manifest";
      byte[] text = requireHash(manifest, sha256, "records.jsonl, line " + ruleBases.get(sha256));
      expected.add(manifest);
      for (String line : new String(text, UTF_8).split("\n")) { // as sha256sum writes it
        String file = "rulebases/" + sha256 + "/" + line.substring(66);
        requireHash(file, line.substring(0, 64), manifest);
        expected.add(file);
      }
    }
    try (Stream<Path> all = Files.walk(export).skip(1)) {
      for (Path path : all.sorted().toList()) {
        String name = export.relativize(path).toString().replace('\\', '/');
        String next = expected.ceiling(name + "/");
        boolean holdsSome = next != null && next.startsWith(name + "/");
        boolean isDirectory = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        if (!(isDirectory ? holdsSome : expected.contains(name))) {
          throw new Unsound(name, "something that is no part of the export", "nothing");
        }
      }
    }
  }

  byte[] requireHash(String name, String sha256, String namedBy) throws Exception {
    requireFile(name, "the file that " + namedBy + " names");
    byte[] bytes = bytes(export.resolve(name));
    if (!hex(sha256(bytes)).equals(sha256)) {
      throw new Unsound(name, "SHA-256 " + hex(sha256(bytes)), sha256 + " as in " + namedBy);
    }
    return bytes;
  }

  void requireFile(String name, String expected) {
    if (!Files.isRegularFile(export.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
      throw new Unsound(name, "no such file", expected);
    }
  }

  /** Computes the root over leaves as they come. RFC 9162, section 2.1.2. */
  static final class Tree {
    final Deque<byte[]> stack = new ArrayDeque<>();
    long size;

    void add(byte[] leaf) throws Exception {
      byte[] node = leaf;
      for (long rest = size; (rest & 1) == 1; rest >>= 1) {
        node = sha256(new byte[] {1}, stack.pop(), node);
      }
      stack.push(node);
      size++;
    }

    byte[] root() throws Exception {
      byte[] root = null;
      for (byte[] left : stack) {
        root = root == null ? left : sha256(new byte[] {1}, left, root);
      }
      return root == null ? sha256() : root;
    }
  }

  /** A verifier key of an Ed25519 log. C2SP signed-note, "Verifier keys". */
  record Key(String text, String name, byte[] id, PublicKey key) {
    static Key parse(String text) throws Exception {
      String[] parts = text.split("\\+", 3);
      byte[] typed = base64(parts[parts.length - 1]);
      if (parts.length != 3 || typed.length != 33 || typed[0] != 1) {
        throw new IllegalArgumentException("the key is not name+id+base64 of an Ed25519 key: " + shown(text));
      }
      byte[] id = Arrays.copyOf(sha256((parts[0] + "\n").getBytes(UTF_8), typed), 4);
      if (!hex(id).equals(parts[1])) {
        throw new IllegalArgumentException("the key states id " + shown(parts[1]) + " and has " + hex(id));
      }
      // RFC 8410: what stands before the 32 bytes in a SubjectPublicKeyInfo.
      byte[] spki = HexFormat.of().parseHex("302a300506032b6570032100" + "00".repeat(32));
      System.arraycopy(typed, 1, spki, 12, 32);
      KeyFactory factory = KeyFactory.getInstance("Ed25519");
      return new Key(text, parts[0], id, factory.generatePublic(new X509EncodedKeySpec(spki)));
    }

    /** RFC 8032. */
    boolean verifies(byte[] message, byte[] signature) throws GeneralSecurityException {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(key);
      ed25519.update(message);
      try {
        return ed25519.verify(signature);
      } catch (SignatureException e) {
        return false;
      }
    }
  }

  /** A checkpoint that the key signed. C2SP signed-note and tlog-checkpoint. */
  record Checkpoint(String file, String origin, long size, byte[] root, int signatures) {
    static Checkpoint parse(String file, byte[] bytes, Key key) throws Exception {
      String note = utf8(bytes);
      int end = note == null ? 0 : note.lastIndexOf("\n\n") + 1; // the last empty line ends the text
      if (end == 0 || !note.endsWith("\n") || note.indexOf('\r') >= 0) {
        throw new Unsound(file, "no signed note", "text, an empty line, signature lines");
      }
      String text = note.substring(0, end);
      String[] lines = text.split("\n", -1);
      String[] signatures = note.substring(end + 1).split("\n", -1); // "" after the last newline
      boolean signed = false;
      for (String line : Arrays.copyOf(signatures, signatures.length - 1)) {
        String[] parts = line.split(" ", -1);
        byte[] raw = base64(parts[parts.length - 1]);
        if (parts.length != 3 || !parts[0].equals("\u2014") || raw.length < 5) {
          throw new Unsound(file, shown(line), "a line: dash, name, base64 of id and signature");
        }
        if (parts[1].equals(key.name) && Arrays.equals(Arrays.copyOf(raw, 4), key.id)) {
          if (!key.verifies(text.getBytes(UTF_8), Arrays.copyOfRange(raw, 4, raw.length))) {
            throw new Unsound(file, "a signature that does not hold", "one of " + key.text);
          }
          signed = true;
        }
      }
      if (!signed) {
        throw new Unsound(file, "no signature of the key", "one of " + key.text);
      }
      byte[] root = lines.length < 4 ? new byte[0] : base64(lines[2]);
      if (root.length != 32 || !lines[1].matches("0|[1-9][0-9]{0,15}")) {
        throw new Unsound(file, "another form", "origin, size and root, each on a line");
      }
      if (!lines[0].equals(key.name)) {
        throw new Unsound(file, "a checkpoint of " + shown(lines[0]), "one of " + key.name);
      }
      return new Checkpoint(file, lines[0], Long.parseLong(lines[1]), root, signatures.length - 1);
    }
  }

  /** The lines of a file, one at a time: each ended by 0x0A, no other control character. */
  final class Lines implements AutoCloseable {
    final String name;
    final int most;
    final BufferedInputStream in;
    String where = "";
    long line;

    Lines(String name, int most) throws IOException {
      this.name = name;
      this.most = most;
      this.in = new BufferedInputStream(Files.newInputStream(export.resolve(name)), 1 << 16);
    }

    boolean hasNext() throws IOException {
      in.mark(1);
      int next = in.read();
      in.reset();
      return next >= 0;
    }

    /** The next line, which is of this record. */
    byte[] next(long seq, String expected) throws IOException {
      where = name + ", line " + ++line + ", seq " + seq;
      if (!hasNext()) {
        throw unsound("the end of the file", expected);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0x20) {
          throw unsound(b < 0 ? "the end of the file" : "byte " + b,
              "text without control characters that ends in a newline");
        }
        if (bytes.size() == most) {
          throw unsound("a longer line", "at most " + most + " bytes");
        }
        bytes.write(b);
      }
      return bytes.toByteArray();
    }

    void requireEnd(long records) throws IOException {
      if (hasNext()) {
        throw new Unsound(name + ", line " + (line + 1), "a line more",
            "the end of the file: checkpoint is over " + records + " records");
      }
    }

    Unsound unsound(String found, String expected) {
      return new Unsound(where, found, expected);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /**
   * The texts and numbers of a record by their path, such as facts.bytes, as they are written. This
   * does not judge JSON: what the trail did not write in these very bytes has not the signed root.
   */
  static final class Members {
    final Map<String, String> byPath = new HashMap<>();
    final Lines lines;

    Members(String line, Lines lines) {
      this.lines = lines;
      Deque<String> path = new ArrayDeque<>(); // of the objects and arrays around this place
      String name = "";
      for (int at = 0; at < line.length(); at++) {
        char c = line.charAt(at);
        if (c == '{' || c == '[') {
          path.push(path.isEmpty() ? "" : path.peek() + name + (c == '{' ? "." : "[]"));
        } else if (c == '}' || c == ']') {
          require(!path.isEmpty(), shown("" + c) + " at character " + at, "a record");
          path.pop();
        } else if (c != ',' && c != ':') {
          int end = c == '"' ? endOfText(line, at + 1) : endOfNumber(line, at);
          String value = c == '"' ? line.substring(at + 1, end - 1) : line.substring(at, end);
          if (end < line.length() && line.charAt(end) == ':') {
            name = value;
          } else {
            byPath.putIfAbsent((path.isEmpty() ? "" : path.peek()) + name, value);
          }
          at = end - 1;
        }
      }
    }

    private int endOfText(String line, int start) {
      int at = start;
      while (at < line.length() && line.charAt(at) != '"') {
        at += line.charAt(at) == '\\' ? 2 : 1;
      }
      require(at < line.length(), "a text without end", "a record");
      return at + 1;
    }

    private static int endOfNumber(String line, int start) {
      int at = start + 1;
      while (at < line.length() && Character.isLetterOrDigit(line.charAt(at))) {
        at++;
      }
      return at;
    }

    boolean has(String path) {
      return byPath.containsKey(path);
    }

    void require(String path, String expected) {
      String found = byPath.getOrDefault(path, "nothing");
      require(found.equals(expected), path + " " + shown(found), expected);
    }

    void require(boolean holds, String found, String expected) {
      if (!holds) {
        throw lines.unsound(found, expected);
      }
    }
  }

  static byte[] sha256(byte[]... parts) throws GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** RFC 4648 section 4 in its one spelling: padded, unused bits zero; nothing if it is not that. */
  static byte[] base64(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return Base64.getEncoder().encodeToString(bytes).equals(text) ? bytes : new byte[0];
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** The text, or null if the bytes are no UTF-8. */
  static String utf8(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
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

  /** The first thing that is wrong. */
  static final class Unsound extends RuntimeException {
    final String where;
    final String found;
    final String expected;

    Unsound(String where, String found, String expected) {
      super(where);
      this.where = where;
      this.found = found;
      this.expected = expected;
    }
  }
}
