package tribune.shell.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tribune.anchor.Witness;
import tribune.proof.ConsistencyProof;
import tribune.proof.ProofRefused;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.checkpoint.TlogProof;
import tribune.proof.note.VerifierKey;
import tribune.proof.witness.Anchoring;
import tribune.proof.witness.TrustPolicy;
import tribune.proof.witness.WitnessRequest;
import tribune.shell.line.Command;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.Count;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.line.Option;
import tribune.shell.line.Values;
import tribune.shell.render.Block;
import tribune.shell.render.Block.Field;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.workspace.Workspace;
import tribune.trail.StoredCheckpoint;
import tribune.trail.Trail;

/** {@code trail witness}: files that the owner of a trail and a witness send each other. */
final class TrailWitnessCommand implements Command {
  private static final String ACTION = "ACTION";
  private static final String WHAT = "WHAT";
  private static final String DIR = "witness";
  private static final String KEY = "key";
  private static final String OLD = "old";
  private static final String TO = "to";
  private static final String POLICY = "policy";
  private static final String RECORD = "record";
  private static final String ASK =
      "cosign nothing; ask the owner of the trail what became of what you cosigned before";

  private final Workspace workspace;

  TrailWitnessCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of(
            "trail witness", Group.TRAIL, "Have others vouch for the trail, or vouch.")
        .about(
            "A witness keeps the last checkpoint it saw of a trail, and cosigns a newer one only if"
                + " it goes on from that. So nobody can write the past anew without the witness,"
                + " not even with the key of the trail.",
            "The witness: `init NAME` once makes a key in the directory --witness; `cosign REQUEST`"
                + " checks and cosigns; the first time --key names the key of the trail. When the"
                + " key was exchanged, `follow PROOF --record FILE` goes on to the new one, with"
                + " what `trail key show` wrote.",
            "The owner: `request` writes what to send; `add COSIGNED` takes in the answer. The keys"
                + " of witnesses and how many it takes stand in trail/policy in the home, or in"
                + " --policy.")
        .parameter(
            ACTION,
            Count.ONE,
            "What to do.",
            Values.oneOf("init", "request", "cosign", "add", "follow"))
        .parameter(WHAT, Count.OPTIONAL, "The name of the witness, or the file.", Values.file())
        .options(
            Option.valued(
                DIR, "DIR", "Where the witness keeps its key and what it saw.", Values.directory()),
            Option.valued(
                KEY, "VKEY", "The key of the trail, or a file that holds it.", Values.any()),
            Option.valued(
                OLD,
                "SIZE",
                "How many records the witness saw last; by default the newest kept cosignature.",
                Values.wholeNumber(0, Long.MAX_VALUE)),
            Option.valued(TO, "FILE", "Write the result to this file.", Values.file()),
            Option.valued(RECORD, "FILE", "The record of an exchange of the key.", Values.file()),
            Option.valued(
                POLICY, "FILE", "A C2SP tlog-policy instead of that of the home.", Values.file()))
        .example("trail witness init ada.example/witness --witness ~/witness", "become one")
        .example("trail witness request --to friday.request", "the owner asks")
        .example(
            "trail witness cosign friday.request --witness ~/witness --to friday.cosigned",
            "the witness answers");
  }

  @Override
  public ExitCode run(Invocation invocation) throws IOException {
    switch (invocation.argument(ACTION)) {
      case "init" -> init(invocation);
      case "request" -> request(invocation);
      case "cosign" -> cosign(invocation);
      case "follow" -> follow(invocation);
      default -> add(invocation);
    }
    return ExitCode.OK;
  }

  private void init(Invocation invocation) throws IOException {
    Witness witness = witness(invocation);
    if (witness.exists()) {
      throw new CommandFailed(
          ExitCode.REFUSED,
          "there is a witness in this directory already: " + witness.verifier(),
          "name another directory with --witness");
    }
    String name = what(invocation, "the name of its key, such as ada.example/witness");
    VerifierKey key = made(witness, name);
    invocation
        .output()
        .write(
            new Report(
                List.of(
                    Block.Fields.of(Field.of("witness", key.name()), Field.of("key", key.text()))),
                JsonView.members().put("witness", key.name()).put("key", key.text())));
    invocation.messages().hint("Next: give this key to the owners of the trails you watch.");
  }

  private VerifierKey made(Witness witness, String name) throws IOException {
    try {
      return witness.init(name, workspace.random());
    } catch (ProofRefused e) {
      throw new CommandFailed(
          ExitCode.USAGE, String.valueOf(e.getMessage()), "choose another name");
    }
  }

  private void request(Invocation invocation) {
    Trail trail = ProofFiles.trail(workspace, invocation);
    StoredCheckpoint newest = ProofFiles.signed(trail.proofs().newest());
    long old = invocation.option(OLD).map(Long::parseLong).orElseGet(() -> cosignedSize(trail));
    if (old > newest.size()) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "the trail has " + newest.size() + " signed records, expected " + old + " or more",
          "if a witness saw more than that, the trail was cut: run `trail verify`");
    }
    ConsistencyProof proof = trail.proofs().consistency(old, newest.size());
    byte[] request = new WitnessRequest(proof, newest.signed()).bytes();
    hand(
        invocation,
        request,
        JsonView.members().put("oldSize", old).put("size", newest.size()),
        "request");
    invocation.messages().hint("Next: send it to a witness, and take the answer in with `add`.");
  }

  private long cosignedSize(Trail trail) {
    return workspace.trail().kept().trust().cosigned(trail.origin()).stream()
        .mapToLong(signed -> signed.claimed().size())
        .max()
        .orElse(0);
  }

  private void cosign(Invocation invocation) throws IOException {
    Witness witness = witness(invocation);
    if (!witness.exists()) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "there is no witness in this directory",
          "`trail witness init NAME --witness DIR` makes one");
    }
    WitnessRequest request =
        ProofFiles.parsed(what(invocation, "the request"), WitnessRequest::parse);
    String origin = request.checkpoint().claimed().origin();
    Optional<String> key = invocation.option(KEY);
    if (key.isEmpty() && witness.watched(origin).isEmpty()) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "this witness does not watch " + origin + " yet",
          "name the key of that trail once with --key, as its owner gave it to you");
    }
    SignedCheckpoint cosigned = cosigned(witness, request, key.map(ProofFiles::key));
    hand(
        invocation,
        cosigned.bytes(),
        JsonView.members().put("origin", origin).put("size", cosigned.claimed().size()),
        "cosigned");
  }

  private SignedCheckpoint cosigned(
      Witness witness, WitnessRequest request, Optional<VerifierKey> key) throws IOException {
    try {
      if (key.isPresent()) {
        witness.watch(key.get());
      }
      return witness.cosign(request, workspace.now());
    } catch (ProofRefused e) {
      throw new CommandFailed(ExitCode.UNSOUND, String.valueOf(e.getMessage()), ASK);
    }
  }

  private static void follow(Invocation invocation) throws IOException {
    Witness witness = witness(invocation);
    TlogProof proof =
        ProofFiles.parsed(what(invocation, "the proof of the exchange"), TlogProof::parse);
    byte[] record =
        ProofFiles.read(
            invocation
                .option(RECORD)
                .orElseThrow(
                    () ->
                        new CommandFailed(
                            ExitCode.USAGE,
                            "the record of the exchange is missing",
                            "name it with --record")));
    try {
      VerifierKey key = witness.follow(proof, record);
      invocation
          .output()
          .write(
              new Report(
                  List.of(
                      Block.Fields.of(
                          Field.of("watches", key.name()), Field.of("key", key.text()))),
                  JsonView.members().put("origin", key.name()).put("key", key.text())));
    } catch (ProofRefused e) {
      throw new CommandFailed(ExitCode.UNSOUND, String.valueOf(e.getMessage()), ASK);
    }
  }

  private void add(Invocation invocation) {
    Trail trail = ProofFiles.trail(workspace, invocation);
    SignedCheckpoint cosigned =
        ProofFiles.parsed(what(invocation, "the cosigned checkpoint"), SignedCheckpoint::parse);
    TrustPolicy policy = policy(trail, invocation);
    Anchoring anchoring =
        ProofFiles.holds(() -> policy.assess(cosigned), "ask the witness for its answer again");
    if (anchoring.cosignatures().isEmpty()) {
      throw new CommandFailed(
          ExitCode.UNSOUND,
          "found no cosignature of a witness that the policy knows",
          "put its key into the policy: witness NAME VKEY");
    }
    SignedCheckpoint all = workspace.trail().kept().trust().keepCosigned(trail, cosigned);
    Anchoring now = ProofFiles.holds(() -> policy.assess(all), "ask the witnesses again");
    List<String> names = now.cosignatures().keySet().stream().sorted().toList();
    String quorum = now.quorum().name() + (now.isMet() ? " met" : " not met yet");
    invocation
        .output()
        .write(
            new Report(
                List.of(
                    Block.Fields.of(
                        Field.of(
                            "kept", "a checkpoint over " + now.checkpoint().size() + " records"),
                        Field.of("cosigned by", String.join(", ", names)),
                        Field.of("quorum", quorum))),
                JsonView.members()
                    .put("size", now.checkpoint().size())
                    .put("witnesses", JsonView.texts(names))
                    .put("quorum", quorum)));
  }

  private static TrustPolicy policy(Trail trail, Invocation invocation) {
    Path ofHome = Cosigners.policyFile(invocation.globals().home());
    String file = invocation.option(POLICY).orElse(ofHome.toString());
    if (!Files.exists(Path.of(file))) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "there is no policy, so no witness is known: " + file + " is not there",
          "write one, or name one with --policy: lines `witness NAME VKEY` and `quorum NAME`");
    }
    String key = ProofFiles.signed(trail.proofs().newest()).key();
    return Cosigners.withLog(ProofFiles.parsed(file, TrustPolicy::parse), ProofFiles.key(key));
  }

  private static Witness witness(Invocation invocation) {
    return new Witness(
        Path.of(
            invocation
                .option(DIR)
                .orElseThrow(
                    () ->
                        new CommandFailed(
                            ExitCode.USAGE,
                            "it is not said where the witness keeps its key",
                            "name the directory with --witness"))));
  }

  private static String what(Invocation invocation, String expected) {
    return invocation
        .optionalArgument(WHAT)
        .orElseThrow(
            () ->
                new CommandFailed(
                    ExitCode.USAGE,
                    "trail witness " + invocation.argument(ACTION) + " needs " + expected,
                    "write it after " + invocation.argument(ACTION)));
  }

  private static void hand(
      Invocation invocation, byte[] bytes, JsonView.Members view, String what) {
    Optional<String> to = invocation.option(TO);
    to.ifPresent(file -> ProofFiles.write(file, bytes));
    String text = new String(bytes, UTF_8);
    Block block =
        to.<Block>map(file -> Block.Fields.of(Field.of(what, file)))
            .orElse(Block.Verbatim.of(text));
    invocation.output().write(new Report(List.of(block), view.put(what, text)));
  }
}
