package tribune.export;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tribune.document.CanonicalJson;
import tribune.document.Json;
import tribune.document.NotCanonicalJson;
import tribune.proof.Hash;
import tribune.trail.Actor;

/**
 * Who made an export, when, and the hash of each of its files: an in-toto Statement v1, to be
 * signed in an envelope. Source: in-toto Attestation Framework, "Statement".
 *
 * @param manifest the hash of the manifest
 * @param record the place of the record of this export in the trail; empty if none was made
 * @param files every file but the statement itself, the manifest first
 */
record ExportStatement(
    Actor actor, Instant at, Hash manifest, Optional<Long> record, List<Subject> files) {
  /** The media type of what is signed. */
  static final String MEDIA_TYPE = "application/vnd.in-toto+json";

  static final String PREDICATE_TYPE = "urn:tribune:export:1";

  /** Before the members that are canonical JSON in our profile: keys there begin with a letter. */
  private static final String HEAD = "{\"_type\":\"https://in-toto.io/Statement/v1\",";

  /** A file and its hash. */
  record Subject(String name, Hash sha256) {
    Json toJson() {
      return Json.Members.of(
          Map.of(
              "name",
              CanonicalJson.text(name),
              "digest",
              Json.Members.of(Map.of("sha256", CanonicalJson.text(sha256.hex())))));
    }

    static Subject read(JsonReader json) {
      return new Subject(
          json.text("name"), Hash.ofHex(json.object("digest", digest -> digest.text("sha256"))));
    }
  }

  ExportStatement {
    requireNonNull(actor, "actor");
    requireNonNull(at, "at");
    requireNonNull(manifest, "manifest");
    requireNonNull(record, "record");
    files = List.copyOf(files);
  }

  static ExportStatement of(
      ExportManifest manifest, Hash sha256, ExportedBy by, Optional<Long> record) {
    List<Subject> files = new ArrayList<>();
    files.add(new Subject(ExportNames.MANIFEST, sha256));
    manifest.files().forEach(file -> files.add(new Subject(file.path(), file.sha256())));
    return new ExportStatement(by.actor(), by.at(), sha256, record, files);
  }

  /**
   * Reads what {@link #bytes} writes.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static ExportStatement read(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    if (!text.startsWith(HEAD)) {
      throw new IllegalArgumentException("no in-toto Statement v1");
    }
    try {
      byte[] rest = ("{" + text.substring(HEAD.length())).getBytes(UTF_8);
      return JsonReader.read(CanonicalJson.read(rest), ExportStatement::read);
    } catch (NotCanonicalJson | DateTimeParseException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static ExportStatement read(JsonReader json) {
    String type = json.text("predicateType");
    if (!type.equals(PREDICATE_TYPE)) {
      throw new IllegalArgumentException("a statement of type " + type);
    }
    List<Subject> files = json.objects("subject", Subject::read);
    return json.object(
        "predicate",
        it ->
            new ExportStatement(
                it.object("who", ExportStatement::actor),
                Instant.parse(it.text("when")),
                Hash.ofHex(it.text("manifest")),
                it.objectIfStated("recorded", place -> place.whole("seq")),
                files));
  }

  private static Actor actor(JsonReader json) {
    return new Actor(json.text("name"), json.textIfStated("role").orElse(null), json.text("host"));
  }

  /** What is signed. */
  byte[] bytes() {
    Map<String, Json> predicate = new TreeMap<>();
    predicate.put("who", actorJson());
    predicate.put("when", CanonicalJson.text(at.toString()));
    predicate.put("manifest", CanonicalJson.text(manifest.hex()));
    record.ifPresent(
        seq -> predicate.put("recorded", Json.Members.of(Map.of("seq", new Json.Whole(seq)))));
    byte[] members =
        CanonicalJson.write(
            Json.Members.of(
                Map.of(
                    "subject",
                    new Json.Elements(files.stream().map(Subject::toJson).toList()),
                    "predicateType",
                    CanonicalJson.text(PREDICATE_TYPE),
                    "predicate",
                    Json.Members.of(predicate))));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(HEAD.getBytes(US_ASCII));
    bytes.write(members, 1, members.length - 1);
    return bytes.toByteArray();
  }

  private Json actorJson() {
    Map<String, Json> members = new TreeMap<>();
    members.put("name", CanonicalJson.text(actor.name()));
    members.put("host", CanonicalJson.text(actor.host()));
    String role = actor.role();
    if (role != null) {
      members.put("role", CanonicalJson.text(role));
    }
    return Json.Members.of(members);
  }
}
