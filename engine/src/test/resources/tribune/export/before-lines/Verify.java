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
 * <pre>java Verify.java EXPORT_DIR --key VKEY [--old CHECKPOINT_FILE] [--unsigned]</pre>
 *
 * <p>VKEY is the verifier key of the trail, one line or a file with it, from a source you trust:
 * the key.vkey of the export shows only that the export fits itself. The same holds for this file:
 * run one that you trust. Every byte of the export is looked at. An export that nobody signed is
 * taken with --unsigned only: then the records are proved, and the files made of them are not.
 *
 * <p>Exit code 0: sound. 6: unsound, and the first bad thing is printed. 2: not checked.
 */
public final class Verify {
  static final String MANIFEST = "manifest.json";
  static final String STATEMENT = "statement.dsse.json";
  static final List<String> CORE =
      List.of("checkpoint", "key.vkey", MANIFEST, "records.jsonl", "README.txt", "Verify.java");
  static final String ADVICE =
      "do        do not rely on this copy; keep it, and what it was compared"
          + " with, as they are; ask whoever made it";
  static final int MAX_RECORD = 65_535;
  static final int MAX_PAYLOAD = 1_048_576 + 200;
  static final int MAX_PROOF = 64 * 46;
  static final int MAX_FILE = 32 * 1_048_576;
  static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
  static final Pattern PAYLOAD =
      Pattern.compile(
          "(?s)\\{\"facts\":(.*),\"salt\":\"([0-9a-f]{64})\",\"seq\":(0|[1-9][0-9]*)\\}");
  static final Pattern ENVELOPE =
      Pattern.compile(
          "\\{\"payload\":\"([A-Za-z0-9+/=]*)\","
              + "\"payloadType\":\"application/vnd\\.in-toto\\+json\",\"signatures\":\\["
              + "\\{\"keyid\":\"([^\"]+)\",\"sig\":\"([A-Za-z0-9+/=]{88})\"\\}\\]\\}\n");
  static final Pattern SUBJECT =
      Pattern.compile(
          "\\{\"digest\":\\{\"sha256\":\"([0-9a-f]{64})\"\\},\"name\":\"([A-Za-z0-9._/-]+)\"\\}");
  static final Pattern FILE =
      Pattern.compile(
          "\\{\"bytes\":[0-9]+,(?:\"format\":\"[a-z0-9]+\",)?"
              + "\"path\":\"([A-Za-z0-9._/-]+)\",\"rows\":[0-9]+,\"sha256\":\"([0-9a-f]{64})\"\\}");
  static final Pattern HEAD =
      Pattern.compile(
          "\"scope\":\"(whole|since|selected)\",(?:\"since\":\\{\"root\":\"([0-9a-f]{64})\",\"size\":([0-9]{1,16})\\},)?");

  final Path export;
  final Key key;
  final Map<String, Long> ruleBases = new TreeMap<>(); // with the first line that names each
  final TreeMap<String, String> files = new TreeMap<>(); // the hash of each, as signed or listed
  final Map<String, Unsound> differing = new LinkedHashMap<>(); // those with another, records first
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
      List<String> rest = new ArrayList<>(List.of(args));
      boolean unsigned = rest.remove("--unsigned");
      boolean old = rest.size() == 5 && rest.get(3).equals("--old");
      if (!(old || rest.size() == 3) || !rest.get(1).equals("--key")) {
        throw new IllegalArgumentException("these are not the arguments it takes");
      }
      new Verify(Path.of(rest.get(0)), Key.parse(keyText(rest.get(2))))
          .check(old ? Path.of(rest.get(4)) : null, unsigned, out);
      return 0;
    } catch (Unsound e) {
      out.println("UNSOUND\nwhere     " + e.where + "\nfound     " + e.found);
      out.println("expected  " + e.expected + "\n" + ADVICE);
      return 6;
    } catch (Exception e) {
      err.println("not checked: " + (e instanceof IllegalArgumentException ? e.getMessage() : e));
      err.println(
          "usage: java Verify.java EXPORT_DIR --key VKEY [--old CHECKPOINT_FILE]"
              + " [--unsigned]");
      return 2;
    }
  }

  /** The key itself, or what the file of that name holds. */
  static String keyText(String stated) throws IOException {
    boolean isFile = !stated.contains("+") || Files.isRegularFile(Path.of(stated));
    return isFile ? new String(bytes(Path.of(stated)), UTF_8).strip() : stated;
  }

  void check(Path old, boolean unsigned, PrintStream out) throws Exception {
    if (!Files.isDirectory(export)) {
      throw new IllegalArgumentException(export + " is no directory");
    }
    for (String name : CORE) {
      requireFile(name, "a file");
    }
    if (!Arrays.equals(bytes(export.resolve("key.vkey")), (key.text + "\n").getBytes(UTF_8))) {
      throw new Unsound("key.vkey", "another key, or another spelling", key.text);
    }
    boolean signed =
        !unsigned || Files.exists(export.resolve(STATEMENT), LinkOption.NOFOLLOW_LINKS);
    String manifest = readLists(signed);
    requireNames(signed);
    findDiffering();
    Checkpoint checkpoint;
    Checkpoint before;
    long[] counts;
    try { // what is wrong within a file tells more than that its hash is another one
      checkpoint = Checkpoint.parse("checkpoint", bytes(export.resolve("checkpoint")), key);
      readRotations();
      Matcher head = HEAD.matcher(manifest);
      if (!head.find()) {
        throw new Unsound(MANIFEST, "another form", "a manifest with its scope");
      }
      requireSignatures(checkpoint, head.group(1).equals("whole"));
      requireManifestOf(checkpoint, manifest);
      before = old == null ? null : older(old);
      counts =
          head.group(1).equals("whole")
              ? checkWhole(checkpoint, before)
              : checkPart(checkpoint, before, old, head);
      if (files.containsKey("payloads.jsonl")) {
        checkRuleBases();
      }
    } catch (Unsound within) {
      boolean isOfOne = differing.keySet().stream().anyMatch(within.where::startsWith);
      throw differing.isEmpty() || isOfOne ? within : differing.values().iterator().next();
    }
    if (!differing.isEmpty()) {
      throw differing.values().iterator().next();
    }
    out.println("SOUND\ntrail       " + checkpoint.origin);
    out.println(
        "records     "
            + (counts[0] == checkpoint.size
                ? counts[0] + ", in order, none missing"
                : counts[0] + " of " + checkpoint.size));
    out.println("root        " + hex(checkpoint.root) + "\nsigned by   " + key.text);
    if (files.containsKey("payloads.jsonl")) {
      out.println("facts       " + counts[1] + " fit their commitments");
      out.println("rule bases  " + ruleBases.size() + " fit their hashes");
    }
    out.println(
        "files       "
            + files.size()
            + (signed
                ? " are those that were signed for"
                : " are those of the manifest, which nobody signed: only the records are proved"));
    if (before != null) {
      out.println("older       goes on from " + before.size + " records");
    }
  }

  /** Reads which files there are to be, with their hashes; returns the manifest. */
  String readLists(boolean signed) throws Exception {
    byte[] bytes = bytes(export.resolve(MANIFEST));
    String manifest = new String(bytes, UTF_8);
    TreeMap<String, String> listed = new TreeMap<>();
    for (Matcher file = FILE.matcher(manifest); file.find(); ) {
      listed.put(file.group(1), file.group(2));
    }
    if (!signed) {
      files.putAll(listed);
      return manifest;
    }
    requireFile(STATEMENT, "what " + key.name + " signed of the files; --unsigned checks the rest");
    String statement = signedText(utf8(bytes(export.resolve(STATEMENT))));
    for (Matcher file = SUBJECT.matcher(statement); file.find(); ) {
      files.put(file.group(2), file.group(1));
    }
    String expected = files.remove(MANIFEST);
    if (!hex(sha256(bytes)).equals(expected)) {
      throw new Unsound(MANIFEST, "SHA-256 " + hex(sha256(bytes)), expected + " as signed");
    }
    if (!files.equals(listed)) {
      throw new Unsound(MANIFEST, "other files than those of the statement", "the same files");
    }
    return manifest;
  }

  /**
   * The statement that the key signed. DSSE 1.0: signed is the type, the text, and their lengths.
   */
  String signedText(String envelope) throws Exception {
    Matcher parts = ENVELOPE.matcher(envelope == null ? "" : envelope);
    if (!parts.matches()) {
      throw new Unsound(STATEMENT, "another form", "a DSSE envelope with one signature");
    }
    String id = key.name.replaceAll("[\"\\\\]", "_") + "+" + hex(key.id);
    if (!parts.group(2).equals(id)) {
      throw new Unsound(STATEMENT, "a signature of " + shown(parts.group(2)), "one of " + id);
    }
    byte[] statement = base64(parts.group(1));
    String type = "application/vnd.in-toto+json";
    byte[] head =
        ("DSSEv1 " + type.length() + " " + type + " " + statement.length + " ").getBytes(UTF_8);
    byte[] message = Arrays.copyOf(head, head.length + statement.length);
    System.arraycopy(statement, 0, message, head.length, statement.length);
    if (!key.verifies(message, base64(parts.group(3)))) {
      throw new Unsound(STATEMENT, "a signature that does not hold", "one of " + key.text);
    }
    String text = utf8(statement);
    if (text == null
        || !text.startsWith("{\"_type\":\"https://in-toto.io/Statement/v1\",")
        || !text.contains("\"predicateType\":\"urn:tribune:export:1\"")) {
      throw new Unsound(STATEMENT, "a statement of something else", "one of an export");
    }
    return text;
  }

  /** Exactly the listed files are there, and no others. */
  void requireNames(boolean signed) throws IOException {
    TreeSet<String> expected = new TreeSet<>(files.keySet());
    expected.add(MANIFEST);
    if (signed) {
      expected.add(STATEMENT);
    }
    for (String name : CORE) {
      if (!expected.contains(name)) {
        throw new Unsound(MANIFEST, "a list without " + name, "every file of the export");
      }
    }
    for (String name : expected) {
      for (Path at = export.resolve(name).getParent(); !at.equals(export); at = at.getParent()) {
        if (Files.isSymbolicLink(at)) {
          throw new Unsound(name(at), "a link", "a directory");
        }
      }
      requireFile(name, "a file that the manifest lists");
    }
    try (Stream<Path> all = Files.walk(export).skip(1)) {
      for (Path path : all.sorted().toList()) {
        String next = expected.ceiling(name(path) + "/");
        boolean holdsSome = next != null && next.startsWith(name(path) + "/");
        boolean isDirectory = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        if (!(isDirectory ? holdsSome : expected.contains(name(path)))) {
          throw new Unsound(name(path), "something that is no part of the export", "nothing");
        }
      }
    }
  }

  String name(Path path) {
    return export.relativize(path).toString().replace('\\', '/');
  }

  /** Finds the files with another hash than the one that is listed. */
  void findDiffering() throws Exception {
    TreeMap<String, String> rest = new TreeMap<>(files);
    rest.remove("records.jsonl");
    requireListed("records.jsonl", files.get("records.jsonl"));
    for (Map.Entry<String, String> file : rest.entrySet()) {
      requireListed(file.getKey(), file.getValue());
    }
  }

  private void requireListed(String name, String listed) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream in = Files.newInputStream(export.resolve(name))) {
      byte[] some = new byte[1 << 16];
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        digest.update(some, 0, read);
      }
    }
    String found = hex(digest.digest());
    if (!found.equals(listed)) {
      differing.put(name, new Unsound(name, "SHA-256 " + found, listed + " as listed"));
    }
  }

  void requireManifestOf(Checkpoint checkpoint, String manifest) {
    String expected =
        "\"checkpoint\":{\"key\":"
            + json(key.text)
            + ",\"origin\":"
            + json(checkpoint.origin)
            + ",\"root\":\""
            + hex(checkpoint.root)
            + "\",\"size\":"
            + checkpoint.size
            + "}";
    if (!manifest.contains(expected)) {
      throw new Unsound("checkpoint", "another checkpoint than that of the manifest", expected);
    }
  }

  static String json(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** A record: of this trail, with this number, and not before the one before it. */
  Members record(byte[] line, Lines records, Checkpoint signed, String lastAt) {
    Members record = new Members(new String(line, UTF_8), records);
    record.require("v", "1");
    String origin = json(signed.origin);
    record.require("log", origin.substring(1, origin.length() - 1));
    String at = record.at();
    record.require(TIME.matcher(at).matches(), "at " + shown(at), "a time in UTC");
    record.require(at.compareTo(lastAt) >= 0, "at " + at, "no time before " + lastAt);
    return record;
  }

  /** Facts and rule base of a record, where the export has them; returns how many facts. */
  int checkAttached(Members record, Lines payloads, long seq, long line) throws Exception {
    if (record.has("rulebase.sha256")) {
      ruleBases.putIfAbsent(record.byPath.get("rulebase.sha256"), line);
    }
    if (payloads == null || !record.has("facts.commitment")) {
      return 0;
    }
    checkPayload(record, payloads, seq);
    return 1;
  }

  Lines payloads() throws IOException {
    return files.containsKey("payloads.jsonl") ? new Lines("payloads.jsonl", MAX_PAYLOAD) : null;
  }

  /** Right after a record that exchanges the key, the old one signs too. */
  void requireSignatures(Checkpoint checkpoint, boolean isWhole) throws Exception {
    boolean both = rotations.containsKey(checkpoint.size - 1);
    boolean mayBeBoth = !isWhole && checkpoint.signatures == 2;
    if (!mayBeBoth && checkpoint.signatures != (both ? 2 : 1)) {
      throw new Unsound(
          "checkpoint", checkpoint.signatures + " signature lines", "the trail's one");
    }
    if (both) {
      Checkpoint.parse(
          "checkpoint", bytes(export.resolve("checkpoint")), keyAt(checkpoint.size - 1));
    }
  }

  /** The records that exchange the key; whether they are the signed ones is checked later. */
  void readRotations() throws Exception {
    try (Lines records = new Lines("records.jsonl", MAX_RECORD)) {
      for (long at = 0; records.hasNext(); at++) {
        String line = new String(records.next(at, "a record"), UTF_8);
        if (line.contains("\"type\":\"key.rotated\"")) {
          Members record = new Members(line, records);
          if ("key.rotated".equals(record.byPath.get("type")) && record.has("rotation.old")) {
            rotations.put(
                Long.parseLong(record.byPath.get("seq")),
                new String[] {
                  record.byPath.get("rotation.old"), record.byPath.get("rotation.new")
                });
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

  /** All records with all leaves; returns how many records and how many facts there are. */
  long[] checkWhole(Checkpoint signed, Checkpoint before) throws Exception {
    if (before != null && before.size > signed.size) {
      throw new Unsound(
          "checkpoint", signed.size + " records", before.size + " or more, as in " + before.file);
    }
    boolean leavesFit = leavesFit(signed);
    Tree tree = new Tree();
    String oldRoot = hex(tree.root());
    String lastAt = "";
    long facts = 0;
    Unsound differing = null;
    try (Lines records = new Lines("records.jsonl", MAX_RECORD);
        Lines leaves = new Lines("leaves.txt", 64);
        Lines payloads = payloads()) {
      for (long seq = 0; seq < signed.size; seq++) {
        byte[] line = records.next(seq, signed.size + " records, as in checkpoint");
        Members record = record(line, records, signed, lastAt);
        record.require("seq", Long.toString(seq));
        lastAt = record.at();
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
        facts += checkAttached(record, payloads, seq, seq + 1);
        if ("key.rotated".equals(record.byPath.get("type"))) {
          checkRotation(record, seq);
        }
      }
      requireEnds(records, leaves, payloads, signed.size);
    }
    if (!Arrays.equals(tree.root(), signed.root)) {
      throw new Unsound(
          "records.jsonl, and leaves.txt too",
          "records with root " + hex(tree.root()),
          hex(signed.root) + " as signed in checkpoint");
    }
    if (differing != null) {
      throw differing; // the records have the signed root, so the list of leaves is wrong
    }
    if (before != null && !oldRoot.equals(hex(before.root))) {
      throw new Unsound(
          "records.jsonl, lines 1 to " + before.size,
          "records with root " + oldRoot,
          hex(before.root) + " as signed in " + before.file);
    }
    return new long[] {signed.size, facts};
  }

  static void requireEnds(Lines records, Lines proofs, Lines payloads, long count)
      throws IOException {
    records.requireEnd(count);
    proofs.requireEnd(count);
    if (payloads != null) {
      payloads.requireEnd(count);
    }
  }

  /** Some of the records, each with its inclusion proof. */
  long[] checkPart(Checkpoint signed, Checkpoint before, Path old, Matcher head) throws Exception {
    long first = head.group(3) == null ? 0 : Long.parseLong(head.group(3));
    if (head.group(3) != null) {
      checkSince(signed, first, head.group(2));
    }
    if (before != null && (before.size != first || !hex(before.root).equals(head.group(2)))) {
      throw new IllegalArgumentException(
          "this export holds a part of the trail and no proof that it"
              + " goes on from "
              + old
              + "; ask for one made with --since that file, or for the whole trail");
    }
    boolean isGapless = head.group(1).equals("since");
    long last = first - 1;
    long count = 0;
    long facts = 0;
    String lastAt = "";
    try (Lines records = new Lines("records.jsonl", MAX_RECORD);
        Lines proofs = new Lines("proofs.txt", MAX_PROOF);
        Lines payloads = payloads()) {
      while (isGapless ? last + 1 < signed.size : records.hasNext()) {
        byte[] line = records.next(isGapless ? last + 1 : -1, "a record");
        Members record = record(line, records, signed, lastAt);
        String number = record.byPath.getOrDefault("seq", "nothing");
        record.require(number.matches("0|[1-9][0-9]{0,15}"), "seq " + shown(number), "a number");
        long seq = Long.parseLong(number);
        record.require(
            isGapless ? seq == last + 1 : seq > last && seq < signed.size,
            "record " + seq,
            isGapless ? "record " + (last + 1) : "one after " + last);
        records.isOf(seq);
        last = seq;
        lastAt = record.at();
        checkProof(proofs, records, signed, seq, sha256(new byte[] {0}, line));
        facts += checkAttached(record, payloads, seq, ++count);
      }
      requireEnds(records, proofs, payloads, count);
    }
    return new long[] {count, facts};
  }

  /** RFC 9162, section 2.1.3.2. Blames the record, unless only the proofs have another hash. */
  void checkProof(Lines proofs, Lines records, Checkpoint signed, long seq, byte[] leaf)
      throws Exception {
    String[] words =
        new String(proofs.next(seq, "the proof of record " + seq), ISO_8859_1).split(" ", -1);
    int bits = 64 - Long.numberOfLeadingZeros(seq ^ (signed.size - 1));
    int length = bits + Long.bitCount(seq >>> bits);
    boolean isProof =
        differing.containsKey("proofs.txt") && !differing.containsKey("records.jsonl");
    Lines blamed = isProof ? proofs : records;
    if (!words[0].equals(Long.toString(seq)) || words.length != length + 1) {
      throw blamed.unsound(
          "a proof of " + shown(words[0]) + " with " + (words.length - 1) + " hashes",
          "one of " + seq + " with " + length);
    }
    byte[] root = leaf;
    long place = seq;
    long last = signed.size - 1;
    for (String word : Arrays.asList(words).subList(1, words.length)) {
      byte[] hash = base64(word);
      if ((place & 1) == 1 || place == last) {
        root = sha256(new byte[] {1}, hash, root);
        int up = Long.numberOfTrailingZeros(place);
        place >>>= up;
        last >>>= up;
      } else {
        root = sha256(new byte[] {1}, root, hash);
      }
      place >>>= 1;
      last >>>= 1;
    }
    if (!Arrays.equals(root, signed.root)) {
      throw blamed.unsound(
          "a record and a proof that lead to root " + hex(root),
          hex(signed.root) + " as signed in checkpoint");
    }
  }

  /** The older checkpoint is signed, and the trail goes on from it. RFC 9162, section 2.1.4.2. */
  void checkSince(Checkpoint signed, long size, String root) throws Exception {
    for (String name : List.of("since.checkpoint", "consistency.txt")) {
      requireFile(name, "a file, as the export leaves older records out");
    }
    Checkpoint older =
        older(export.resolve("since.checkpoint"));
    if (older.size != size || !hex(older.root).equals(root)) {
      throw new Unsound(
          "since.checkpoint",
          older.size + " records with root " + hex(older.root),
          size + " with root " + root + " as in " + MANIFEST);
    }
    List<byte[]> path = new ArrayList<>();
    String text = new String(bytes(export.resolve("consistency.txt")), ISO_8859_1);
    for (String word : text.isEmpty() ? new String[0] : text.split("\n", -1)) {
      path.add(base64(word));
    }
    if (!path.isEmpty() && path.remove(path.size() - 1).length > 0) { // after the last newline
      throw new Unsound("consistency.txt", "no newline at the end", "a hash a line");
    }
    if (older.size < signed.size && Long.bitCount(size) == 1) {
      path.add(0, older.root);
    }
    byte[] before = path.isEmpty() ? older.root : path.get(0);
    byte[] after = before;
    int shared = Long.numberOfTrailingZeros(size);
    long place = (size - 1) >>> shared;
    long last = (signed.size - 1) >>> shared;
    for (byte[] hash : path.subList(Math.min(1, path.size()), path.size())) {
      if ((place & 1) == 1 || place == last) {
        before = sha256(new byte[] {1}, hash, before);
        after = sha256(new byte[] {1}, hash, after);
        int up = Long.numberOfTrailingZeros(place);
        place >>>= up;
        last >>>= up;
      } else {
        after = sha256(new byte[] {1}, after, hash);
      }
      place >>>= 1;
      last >>>= 1;
    }
    boolean isWhole = last == 0 && (path.isEmpty() == (size == signed.size));
    if (!isWhole || !Arrays.equals(before, older.root) || !Arrays.equals(after, signed.root)) {
      throw new Unsound(
          "consistency.txt",
          "hashes that do not lead from since.checkpoint",
          "a proof that checkpoint goes on from it");
    }
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
      throw payloads.unsound(
          "facts and salt with commitment " + commitment,
          record.byPath.get("facts.commitment") + " as recorded");
    }
  }

  /** Each manifest has the recorded hash, each file that of its line; and there is nothing else. */
  void checkRuleBases() throws Exception {
    Set<String> expected = new TreeSet<>();
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
    for (String name : files.keySet()) {
      if (name.startsWith("rulebases/") && !expected.contains(name)) {
        throw new Unsound(name, "a file of no rule base", "nothing");
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
        throw new IllegalArgumentException(
            "the key is not name+id+base64 of an Ed25519 key: " + shown(text));
      }
      byte[] id = Arrays.copyOf(sha256((parts[0] + "\n").getBytes(UTF_8), typed), 4);
      if (!hex(id).equals(parts[1])) {
        throw new IllegalArgumentException(
            "the key states id " + shown(parts[1]) + " and has " + hex(id));
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
      int end =
          note == null ? 0 : note.lastIndexOf("\n\n") + 1; // the last empty line ends the text
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

    void isOf(long seq) {
      where = name + ", line " + line + ", seq " + seq;
    }

    /** The next line, which is of this record, if that is known. */
    byte[] next(long seq, String expected) throws IOException {
      where = name + ", line " + ++line;
      if (seq >= 0) {
        isOf(seq);
      }
      if (!hasNext()) {
        throw unsound("the end of the file", expected);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0x20) {
          throw unsound(
              b < 0 ? "the end of the file" : "byte " + b,
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
        throw new Unsound(
            name + ", line " + (line + 1),
            "a line more",
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

    String at() {
      return byPath.getOrDefault("at", "nothing");
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

  /**
   * RFC 4648 section 4 in its one spelling: padded, unused bits zero; nothing if it is not that.
   */
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
