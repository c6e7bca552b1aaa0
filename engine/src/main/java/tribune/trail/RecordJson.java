package tribune.trail;

import java.util.Optional;
import tribune.decision.Kind;
import tribune.document.CanonicalJson;
import tribune.document.Json;
import tribune.proof.Hash;

/** Records as JSON and back; the one place that knows the names of their members. */
final class RecordJson {
  private RecordJson() {}

  static Json.Members write(AuditRecord record) {
    JsonObject object =
        new JsonObject()
            .with("v", AuditRecord.VERSION)
            .with("log", record.log())
            .with("seq", record.seq())
            .with("type", record.body().type())
            .with("at", RecordTime.write(record.at()))
            .with("actor", actor(record.actor()));
    return record
        .body()
        .fold(
            opened -> object.with("engine", engine(opened.engine())),
            audited -> audited(object, audited),
            recovered ->
                object
                    .with("engine", engine(recovered.engine()))
                    .with("recovery", new JsonObject().with("bytes", recovered.bytes())),
            activated ->
                object
                    .with("rulebase", ruleBase(activated.ruleBase()))
                    .with("reason", activated.reason())
                    .with("engine", engine(activated.engine()))
                    .with("rehearsal", RehearsalJson.write(activated.rehearsal())),
            exported ->
                object
                    .with("engine", engine(exported.engine()))
                    .with("export", export(exported.export())),
            rotated ->
                object
                    .with("engine", engine(rotated.engine()))
                    .with(
                        "rotation",
                        new JsonObject()
                            .with("old", rotated.oldKey())
                            .with("new", rotated.newKey())
                            .with("reason", rotated.reason())))
        .done();
  }

  static AuditRecord read(Json json) {
    return Fields.read(json, RecordJson::record);
  }

  private static JsonObject actor(Actor actor) {
    return new JsonObject()
        .with("name", actor.name())
        .with("role", actor.role())
        .with("host", actor.host());
  }

  private static JsonObject engine(EngineRef engine) {
    return new JsonObject()
        .with("tribune", engine.tribune())
        .with("drools", engine.drools())
        .with("jdk", engine.jdk());
  }

  private static JsonObject ruleBase(RuleBaseRef ruleBase) {
    return new JsonObject()
        .with("sha256", ruleBase.sha256().hex())
        .with("name", ruleBase.name())
        .with("version", ruleBase.version());
  }

  private static JsonObject export(ExportRef export) {
    return new JsonObject()
        .with("manifest", export.manifest().hex())
        .with("formats", export.formats(), CanonicalJson::text)
        .with("filter", export.filter())
        .with("records", export.records())
        .with("size", export.size())
        .with("root", export.root().hex());
  }

  private static JsonObject audited(JsonObject object, Body.Audited audited) {
    DecisionRef decision = audited.decision();
    FactsRef facts = audited.facts();
    return object
        .with("submission", audited.submission().map(SubmissionKey::text).orElse(null))
        .with(
            "decision",
            new JsonObject()
                .with("id", decision.id())
                .with("revision", decision.revision())
                .with("kind", decision.kind().name())
                .with("title", decision.title()))
        .with(
            "facts",
            new JsonObject()
                .with("schema", facts.schema())
                .with("commitment", facts.commitment().hex())
                .with("bytes", facts.bytes()))
        .with("rulebase", ruleBase(audited.ruleBase()))
        .with("engine", engine(audited.engine()))
        .with("result", ResultJson.write(audited.result()));
  }

  private static AuditRecord record(Fields fields) {
    if (fields.number("v") != AuditRecord.VERSION) {
      throw fields.fault("v", "a version of the form of records that is not known here");
    }
    return new AuditRecord(
        fields.text("log"),
        fields.whole("seq"),
        RecordTime.read(fields.text("at")),
        fields.object("actor", RecordJson::actor),
        body(fields.text("type"), fields));
  }

  private static Body body(String type, Fields fields) {
    return switch (type) {
      case Body.Opened.TYPE -> new Body.Opened(fields.object("engine", RecordJson::engine));
      case Body.Audited.TYPE -> audited(fields);
      case Body.Recovered.TYPE ->
          new Body.Recovered(
              fields.object("engine", RecordJson::engine),
              fields.object("recovery", recovery -> recovery.whole("bytes")));
      case Body.Activated.TYPE ->
          new Body.Activated(
              fields.object("rulebase", RecordJson::ruleBase),
              fields.text("reason"),
              fields.object("engine", RecordJson::engine),
              fields.object("rehearsal", RehearsalJson::read));
      case Body.Exported.TYPE ->
          new Body.Exported(
              fields.object("engine", RecordJson::engine),
              fields.object("export", RecordJson::export));
      case Body.Rotated.TYPE -> rotated(fields);
      default ->
          throw fields.fault(
              "type",
              "found '" + type + "', which is not known here; was it written by a newer Tribune?");
    };
  }

  private static Body rotated(Fields fields) {
    EngineRef engine = fields.object("engine", RecordJson::engine);
    return fields.object(
        "rotation",
        rotation ->
            new Body.Rotated(
                engine, rotation.text("old"), rotation.text("new"), rotation.text("reason")));
  }

  private static Body audited(Fields fields) {
    return new Body.Audited(
        Optional.ofNullable(fields.textIfStated("submission")).map(SubmissionKey::new),
        fields.object("decision", RecordJson::decision),
        fields.object("facts", RecordJson::facts),
        fields.object("rulebase", RecordJson::ruleBase),
        fields.object("engine", RecordJson::engine),
        fields.object("result", ResultJson::read));
  }

  private static ExportRef export(Fields fields) {
    return new ExportRef(
        Hash.ofHex(fields.text("manifest")),
        fields.texts("formats"),
        fields.members("filter"),
        fields.whole("records"),
        fields.whole("size"),
        Hash.ofHex(fields.text("root")));
  }

  private static Actor actor(Fields fields) {
    return new Actor(fields.text("name"), fields.textIfStated("role"), fields.text("host"));
  }

  private static DecisionRef decision(Fields fields) {
    return new DecisionRef(
        fields.text("id"),
        fields.number("revision"),
        fields.constant("kind", Kind.class),
        fields.textIfStated("title"));
  }

  private static FactsRef facts(Fields fields) {
    return new FactsRef(
        fields.text("schema"), Hash.ofHex(fields.text("commitment")), fields.number("bytes"));
  }

  private static RuleBaseRef ruleBase(Fields fields) {
    return new RuleBaseRef(
        Hash.ofHex(fields.text("sha256")), fields.text("name"), fields.text("version"));
  }

  private static EngineRef engine(Fields fields) {
    return new EngineRef(fields.text("tribune"), fields.text("drools"), fields.text("jdk"));
  }
}
