package tribune.export;

import static org.junit.jupiter.params.provider.Arguments.arguments;
import static tribune.export.FileEdits.appended;
import static tribune.export.FileEdits.edit;
import static tribune.export.FileEdits.inserted;
import static tribune.export.FileEdits.replaced;
import static tribune.export.FileEdits.swapped;
import static tribune.export.FileEdits.text;
import static tribune.export.FileEdits.twice;
import static tribune.export.FileEdits.without;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What somebody may do to an export, each attack named for what it changes. */
final class ExportAttacks {
  private ExportAttacks() {}

  /** A change of the files of an export. */
  interface Attack {
    void on(Path export) throws IOException;
  }

  /** Each with its name and where the verifier has to see it. */
  static Stream<Arguments> on(ExportedTrail sample) {
    return Stream.of(
        attack(
            "a letter of a record",
            "records.jsonl, line 4, seq 3",
            dir ->
                text(
                    dir, "records.jsonl", it -> it.replaceFirst("(REAL-3.*)PRICING", "$1PRICINH"))),
        attack(
            "a verdict",
            "records.jsonl, line 2, seq 1",
            dir ->
                text(
                    dir,
                    "records.jsonl",
                    it -> it.replaceFirst("\"verdict\":\"FAIL\"", "\"verdict\":\"PASS\""))),
        attack(
            "a record taken out",
            "records.jsonl, line 4, seq 3",
            dir -> edit(dir, "records.jsonl", it -> without(it, 3))),
        attack(
            "two records swapped",
            "records.jsonl, line 4, seq 3",
            dir -> edit(dir, "records.jsonl", it -> swapped(it, 3))),
        attack(
            "a record twice",
            "records.jsonl, line 5, seq 4",
            dir -> edit(dir, "records.jsonl", it -> twice(it, 3))),
        attack(
            "a record appended",
            "records.jsonl, line 15",
            dir ->
                edit(
                    dir,
                    "records.jsonl",
                    it -> appended(it, it.get(13).replace("\"seq\":13", "\"seq\":14")))),
        attack(
            "the last record cut off",
            "records.jsonl, line 14, seq 13",
            dir -> edit(dir, "records.jsonl", it -> without(it, 13))),
        attack(
            "the last newline cut off",
            "records.jsonl, line 14, seq 13",
            dir -> text(dir, "records.jsonl", it -> it.substring(0, it.length() - 1))),
        attack(
            "carriage returns",
            "records.jsonl, line 1, seq 0",
            dir -> text(dir, "records.jsonl", it -> it.replace("\n", "\r\n"))),
        attack(
            "an empty line",
            "records.jsonl, line 3, seq 2",
            dir -> edit(dir, "records.jsonl", it -> inserted(it, 2, ""))),
        attack(
            "an earlier time",
            "records.jsonl, line 6, seq 5",
            dir ->
                edit(
                    dir, "records.jsonl", it -> replaced(it, 5, "\"at\":\"2026", "\"at\":\"2025"))),
        attack(
            "a record of another trail",
            "records.jsonl, line 6, seq 5",
            dir ->
                edit(
                    dir,
                    "records.jsonl",
                    it -> replaced(it, 5, "\"log\":\"tribune", "\"log\":\"tribunx"))),
        attack(
            "white space in a record",
            "records.jsonl, line 1, seq 0",
            dir -> text(dir, "records.jsonl", it -> it.replaceFirst(",", ", "))),
        attack(
            "a member twice",
            "records.jsonl, line 1, seq 0",
            dir -> text(dir, "records.jsonl", it -> it.replaceFirst("\"v\":1", "\"v\":1,\"v\":1"))),
        attack(
            "cut consistently",
            "records.jsonl, line 14, seq 13",
            dir -> {
              edit(dir, "records.jsonl", it -> without(it, 13));
              edit(dir, "leaves.txt", it -> without(it, 13));
              edit(dir, "payloads.jsonl", it -> without(it, 12));
            }),
        attack(
            "a leaf",
            "leaves.txt, line 1, seq 0",
            dir ->
                text(dir, "leaves.txt", it -> (it.startsWith("0") ? "1" : "0") + it.substring(1))),
        attack(
            "a leaf too many",
            "leaves.txt, line 15",
            dir -> edit(dir, "leaves.txt", it -> appended(it, it.get(0)))),
        attack(
            "facts",
            "payloads.jsonl, line 3, seq 3",
            dir -> edit(dir, "payloads.jsonl", it -> replaced(it, 2, "PRICING", "PRODUCT"))),
        attack(
            "longer facts",
            "payloads.jsonl, line 3, seq 3",
            dir -> edit(dir, "payloads.jsonl", it -> replaced(it, 2, "PRICING", "PRICINGS"))),
        attack(
            "a salt",
            "payloads.jsonl, line 1, seq 1",
            dir ->
                text(
                    dir,
                    "payloads.jsonl",
                    it ->
                        Pattern.compile("(\"salt\":\"[0-9a-f]{63})(.)")
                            .matcher(it)
                            .replaceFirst(
                                salt -> salt.group(1) + (salt.group(2).equals("0") ? "1" : "0")))),
        attack(
            "facts taken out",
            "payloads.jsonl, line 3, seq 3",
            dir -> edit(dir, "payloads.jsonl", it -> without(it, 2))),
        attack(
            "the last facts taken out",
            "payloads.jsonl, line 13, seq 13",
            dir -> edit(dir, "payloads.jsonl", it -> without(it, 12))),
        attack(
            "facts of no record",
            "payloads.jsonl, line 14",
            dir -> edit(dir, "payloads.jsonl", it -> appended(it, it.get(0)))),
        attack(
            "a rule file",
            "/rulebase.yaml",
            dir -> Files.writeString(ruleFile(dir, "rulebase.yaml"), "version: 9\n")),
        attack(
            "a rule file taken out",
            "/rulebase.yaml",
            dir -> Files.delete(ruleFile(dir, "rulebase.yaml"))),
        attack(
            "a rule file added",
            "/waivers.yaml",
            dir ->
                Files.writeString(
                    ruleFile(dir, "rulebase.yaml").resolveSibling("waivers.yaml"), "")),
        attack(
            "a manifest",
            ".manifest",
            dir ->
                Files.writeString(
                    ruleFile(dir, ".manifest"), "0".repeat(64) + "  rulebase.yaml\n")),
        attack(
            "a manifest taken out", ".manifest", dir -> Files.delete(ruleFile(dir, ".manifest"))),
        attack(
            "a directory added",
            "rulebases/empty",
            dir -> Files.createDirectory(dir.resolve("rulebases/empty"))),
        attack(
            "a link to the rule bases",
            "rulebases",
            dir -> {
              Path elsewhere = Files.move(dir.resolve("rulebases"), dir.resolveSibling("rules"));
              Files.createSymbolicLink(dir.resolve("rulebases"), elsewhere);
            }),
        attack("a file added", "notes.txt", dir -> Files.writeString(dir.resolve("notes.txt"), "")),
        attack("a file taken out", "leaves.txt", dir -> Files.delete(dir.resolve("leaves.txt"))),
        attack(
            "the checkpoint taken out",
            "checkpoint",
            dir -> Files.delete(dir.resolve("checkpoint"))),
        attack(
            "an older checkpoint in its place",
            "checkpoint",
            dir ->
                Files.copy(
                    sample.old(), dir.resolve("checkpoint"), StandardCopyOption.REPLACE_EXISTING)),
        attack(
            "the checkpoint of a fork",
            "checkpoint",
            dir ->
                Files.copy(
                    sample.forked(),
                    dir.resolve("checkpoint"),
                    StandardCopyOption.REPLACE_EXISTING)),
        attack(
            "the checkpoint of another trail",
            "checkpoint",
            dir -> Files.write(dir.resolve("checkpoint"), sample.otherLog().note().toArray())),
        attack(
            "a size that was not signed",
            "checkpoint",
            dir -> text(dir, "checkpoint", it -> it.replace("\n14\n", "\n13\n"))),
        attack(
            "a forged signature",
            "checkpoint",
            dir -> text(dir, "checkpoint", it -> it.replaceFirst(".{10}(\n)$", "AAAAAAAAA=$1"))),
        attack(
            "a checkpoint without signature",
            "checkpoint",
            dir -> text(dir, "checkpoint", it -> it.substring(0, it.indexOf("\n\n") + 2))),
        attack(
            "a checkpoint cut off",
            "checkpoint",
            dir -> text(dir, "checkpoint", it -> it.substring(0, it.length() - 20))),
        attack(
            "a signature line more",
            "checkpoint",
            dir -> text(dir, "checkpoint", it -> it + "\u2014 witness AAAAAAAAAAAA\n")),
        attack(
            "carriage returns in the checkpoint",
            "checkpoint",
            dir -> text(dir, "checkpoint", it -> it.replace("\n", "\r\n"))),
        attack(
            "the key",
            "key.vkey",
            dir -> Files.writeString(dir.resolve("key.vkey"), sample.otherLog().key() + "\n")),
        attack(
            "an empty history",
            "records.jsonl, line 1, seq 0",
            dir -> text(dir, "records.jsonl", it -> "")),
        attack(
            "a file in the manifest",
            "manifest.json",
            dir -> text(dir, "manifest.json", it -> it.replaceFirst("\"rows\":14", "\"rows\":15"))),
        attack(
            "white space in the manifest",
            "manifest.json",
            dir -> text(dir, "manifest.json", it -> it.replaceFirst(",", ", "))),
        attack(
            "the manifest taken out",
            "manifest.json",
            dir -> Files.delete(dir.resolve("manifest.json"))),
        attack(
            "the statement taken out",
            "statement.dsse.json",
            dir -> Files.delete(dir.resolve("statement.dsse.json"))),
        attack(
            "the statement of another export",
            "manifest.json",
            dir ->
                Files.copy(
                    sample.part().resolve("statement.dsse.json"),
                    dir.resolve("statement.dsse.json"),
                    StandardCopyOption.REPLACE_EXISTING)),
        attack(
            "another name below the statement",
            "statement.dsse.json",
            dir ->
                text(dir, "statement.dsse.json", it -> it.replaceFirst("(\"keyid\":\")t", "$1T"))),
        attack(
            "an edited statement",
            "statement.dsse.json",
            dir ->
                text(
                    dir,
                    "statement.dsse.json",
                    it -> it.replaceFirst("(\"payload\":\".{200}).", "$1A"))),
        attack(
            "a verdict in a table",
            "decisions.csv, line 2",
            dir -> text(dir, "decisions.csv", it -> it.replaceFirst("\"FAIL\"", "\"PASS\""))),
        attack(
            "a row of a table taken out",
            "findings.csv, line 3",
            dir -> edit(dir, "findings.csv", it -> without(it, 2))),
        attack(
            "a row more in a table",
            "decisions.csv, line 5",
            dir -> edit(dir, "decisions.csv", it -> twice(it, 3))),
        attack(
            "two rows of a table swapped",
            "decisions.csv, line 3",
            dir -> edit(dir, "decisions.csv", it -> swapped(it, 2))),
        attack(
            "a hash of a row",
            "lines/decisions.csv.txt, line 3",
            dir -> edit(dir, "lines/decisions.csv.txt", it -> swapped(it, 2))),
        attack(
            "a hash of a row taken out",
            "lines/decisions.csv.txt, line 4",
            dir -> edit(dir, "lines/decisions.csv.txt", it -> without(it, 3))),
        attack(
            "the hashes of rows taken out",
            "lines/decisions.csv.txt",
            dir -> Files.delete(dir.resolve("lines/decisions.csv.txt"))),
        attack(
            "a table renamed",
            "decisions.csv",
            dir -> Files.move(dir.resolve("decisions.csv"), dir.resolve("decisionz.csv"))),
        attack(
            "what to do with it",
            "README.txt",
            dir -> text(dir, "README.txt", it -> it.replaceFirst("without", "with"))),
        attack(
            "a verifier that is always content",
            "Verify.java",
            dir -> text(dir, "Verify.java", it -> it.replaceFirst("return 6", "return 0"))));
  }

  /** The same, on a part of a trail. */
  static Stream<Arguments> onPart() {
    return Stream.of(
        attack(
            "a letter of a record",
            "records.jsonl, line 2, seq 10",
            dir -> edit(dir, "records.jsonl", it -> replaced(it, 1, "host.exa", "host.exe"))),
        attack(
            "a record taken out with its proof",
            "records.jsonl",
            dir -> {
              edit(dir, "records.jsonl", it -> without(it, 1));
              edit(dir, "proofs.txt", it -> without(it, 1));
            }),
        attack(
            "the last record taken out with all that belongs to it",
            "records.jsonl",
            dir -> {
              edit(dir, "records.jsonl", it -> without(it, 4));
              edit(dir, "proofs.txt", it -> without(it, 4));
              edit(dir, "payloads.jsonl", it -> without(it, 4));
            }),
        attack(
            "two records swapped",
            "records.jsonl, line 1, seq 10",
            dir -> edit(dir, "records.jsonl", it -> swapped(it, 0))),
        attack(
            "a hash of a proof",
            "proofs.txt, line 3, seq 11",
            dir -> edit(dir, "proofs.txt", it -> replaced(it, 2, " ", "  "))),
        attack(
            "a proof taken out",
            "proofs.txt, line 5, seq 13",
            dir -> edit(dir, "proofs.txt", it -> without(it, 4))),
        attack(
            "a proof more",
            "proofs.txt, line 6",
            dir -> edit(dir, "proofs.txt", it -> appended(it, it.get(4)))),
        attack(
            "a hash of the consistency proof",
            "consistency.txt",
            dir -> edit(dir, "consistency.txt", it -> swapped(it, 0))),
        attack(
            "the consistency proof cut off",
            "consistency.txt",
            dir -> edit(dir, "consistency.txt", it -> without(it, 1))),
        attack(
            "the consistency proof taken out",
            "consistency.txt",
            dir -> Files.delete(dir.resolve("consistency.txt"))),
        attack(
            "another older checkpoint",
            "since.checkpoint",
            dir ->
                Files.copy(
                    dir.resolve("checkpoint"),
                    dir.resolve("since.checkpoint"),
                    StandardCopyOption.REPLACE_EXISTING)));
  }

  private static Arguments attack(String name, String where, Attack attack) {
    return arguments(name, where, attack);
  }

  private static Path ruleFile(Path export, String ending) {
    return CompiledVerifier.files(export.resolve("rulebases")).stream()
        .filter(file -> file.toString().endsWith(ending))
        .findFirst()
        .orElseThrow();
  }
}
