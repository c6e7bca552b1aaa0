package tribune.export;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import tribune.document.Sha256;
import tribune.proof.Hash;
import tribune.proof.ProofRefused;
import tribune.proof.note.Envelope;
import tribune.proof.note.VerifierKey;

/** The files of an export as their owner signed for them: which there are, and their hashes. */
final class SealedFiles {
  private static final int MAX_FILE = 32 << 20;

  private final Path export;
  private final VerifierKey key;
  private final WordSought rotations = new WordSought(ExportedKeys.MARK);

  /**
   * @param key of the trail
   */
  SealedFiles(Path export, VerifierKey key) {
    this.export = requireNonNull(export, "export");
    this.key = requireNonNull(key, "key");
  }

  /**
   * Who signed for the files, as the key of the trail says.
   *
   * @return empty if nobody did, and that is allowed
   */
  Optional<ExportStatement> statement(ExportCheck.Signing signing) throws IOException {
    boolean isThere =
        Files.exists(export.resolve(ExportNames.STATEMENT), LinkOption.NOFOLLOW_LINKS);
    if (!isThere && signing == ExportCheck.Signing.OPTIONAL) {
      return Optional.empty();
    }
    requireFile(
        ExportNames.STATEMENT,
        "what " + key.name() + " signed of the files; --unsigned checks the rest");
    try {
      byte[] signed =
          Envelope.parse(bytes(ExportNames.STATEMENT)).verifiedBy(key, ExportStatement.MEDIA_TYPE);
      return Optional.of(ExportStatement.read(signed));
    } catch (ProofRefused | IllegalArgumentException e) {
      throw new ExportUnsound(
          ExportNames.STATEMENT, String.valueOf(e.getMessage()), "a statement signed by " + key);
    }
  }

  /** The manifest, which is the one that was signed, if one was. */
  ExportManifest manifest(Optional<ExportStatement> statement) throws IOException {
    byte[] bytes = bytes(ExportNames.MANIFEST);
    String found = Sha256.hex(bytes);
    if (statement.isPresent() && !statement.get().manifest().hex().equals(found)) {
      throw new ExportUnsound(
          ExportNames.MANIFEST, "SHA-256 " + found, statement.get().manifest() + " as signed");
    }
    ExportManifest manifest;
    try {
      manifest = ExportManifest.read(bytes);
    } catch (IllegalArgumentException e) {
      throw new ExportUnsound(ExportNames.MANIFEST, String.valueOf(e.getMessage()), "a manifest");
    }
    if (statement.isPresent() && !statement.get().files().equals(subjects(manifest, found))) {
      throw new ExportUnsound(
          ExportNames.MANIFEST, "other files than those of the statement", "the same files");
    }
    return manifest;
  }

  private static List<ExportStatement.Subject> subjects(ExportManifest manifest, String sha256) {
    return Stream.concat(
            Stream.of(new ExportStatement.Subject(ExportNames.MANIFEST, Hash.ofHex(sha256))),
            manifest.files().stream()
                .map(file -> new ExportStatement.Subject(file.path(), file.sha256())))
        .toList();
  }

  /** Exactly the listed files are there, and no others. */
  void requireNames(ExportManifest manifest, Optional<ExportStatement> statement)
      throws IOException {
    TreeSet<String> expected = new TreeSet<>();
    manifest.files().forEach(file -> expected.add(file.path()));
    expected.add(ExportNames.MANIFEST);
    statement.ifPresent(it -> expected.add(ExportNames.STATEMENT));
    for (String name :
        List.of(
            ExportNames.CHECKPOINT,
            ExportNames.KEY,
            ExportNames.README,
            ExportNames.RECORDS,
            ExportNames.VERIFIER,
            manifest.context().scope() == ExportScope.WHOLE
                ? ExportNames.LEAVES
                : ExportNames.PROOFS)) {
      if (!expected.contains(name)) {
        throw new ExportUnsound(
            ExportNames.MANIFEST, "a list without " + name, "every file of the export");
      }
    }
    for (String name : expected) {
      requireFile(name, "a file that the manifest lists");
    }
    requireNoOther(expected);
  }

  private void requireNoOther(NavigableSet<String> expected) throws IOException {
    try (Stream<Path> all = Files.walk(export).skip(1)) {
      for (Path path : all.sorted().toList()) {
        String name = export.relativize(path).toString().replace('\\', '/');
        String next = expected.ceiling(name + "/");
        boolean holdsSome = next != null && next.startsWith(name + "/");
        boolean isDirectory = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        if (!(isDirectory ? holdsSome : expected.contains(name))) {
          throw new ExportUnsound(name, "something that is no part of the export", "nothing");
        }
      }
    }
  }

  /**
   * The files with another hash or length than is listed, and what to say of each.
   *
   * @param progress told of each file
   */
  Map<String, ExportUnsound> differing(ExportManifest manifest, ExportProgress progress)
      throws IOException {
    Map<String, ExportUnsound> differing = new LinkedHashMap<>();
    for (FileEntry listed : manifest.files()) {
      progress.begins("hashing " + listed.path());
      FileEntry[] found = new FileEntry[1];
      try (InputStream in = Files.newInputStream(export.resolve(listed.path()));
          ExportFile counting =
              new ExportFile(
                  listed.path(),
                  listed.format(),
                  listed.path().equals(ExportNames.RECORDS)
                      ? rotations
                      : OutputStream.nullOutputStream(),
                  entry -> found[0] = entry)) {
        in.transferTo(counting);
      }
      FileEntry there = requireNonNull(found[0], "a file that was read");
      if (!there.sha256().equals(listed.sha256()) || there.bytes() != listed.bytes()) {
        differing.put(
            listed.path(),
            new ExportUnsound(
                listed.path(),
                there.bytes() + " bytes with SHA-256 " + there.sha256(),
                listed.bytes() + " bytes with SHA-256 " + listed.sha256()));
      }
    }
    return differing;
  }

  /** Whether the records, as {@link #differing} read them, speak of an exchange of the key. */
  boolean mayTellOfRotations() {
    return rotations.isFound();
  }

  /** A file that is small enough to be read at once. */
  byte[] bytes(String name) throws IOException {
    try (InputStream in = Files.newInputStream(export.resolve(name))) {
      byte[] bytes = in.readNBytes(MAX_FILE + 1);
      if (bytes.length > MAX_FILE) {
        throw new ExportUnsound(name, "a longer file", "at most " + MAX_FILE + " bytes");
      }
      return bytes;
    }
  }

  /** Returns only if there is such a file, and no link. */
  void requireFile(String name, String expected) {
    if (!Files.isRegularFile(export.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
      throw new ExportUnsound(name, "no such file", expected);
    }
  }
}
