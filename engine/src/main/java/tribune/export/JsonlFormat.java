package tribune.export;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tribune.document.Manifest;
import tribune.proof.Hash;
import tribune.trail.Payload;
import tribune.trail.RuleBaseRef;
import tribune.trail.StoredRuleBase;

/**
 * {@code jsonl}: what makes an export a legal copy. The records stand in every export; this adds
 * the facts, the very bytes that are committed to, and the files of the rule bases.
 */
public final class JsonlFormat implements ExportFormat {
  static final String NAME = "jsonl";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String says() {
    return "the legal copy: records and facts byte for byte, and the rule bases";
  }

  @Override
  public Set<Attachment> reads() {
    return EnumSet.allOf(Attachment.class);
  }

  /** Records name what belongs to them, by commitments and hashes. */
  @Override
  public Pieces pieces() {
    return Pieces.NONE;
  }

  @Override
  public FormatWriter begin(ExportContext context, ExportFiles files) throws IOException {
    return new Writer(files);
  }

  /** Writes facts as they come, and each rule base where it is first named. */
  private static final class Writer implements FormatWriter {
    private final ExportFiles files;
    private final ExportFile payloads;
    private final Set<Hash> ruleBases = new HashSet<>();

    Writer(ExportFiles files) throws IOException {
      this.files = files;
      this.payloads = files.file(ExportNames.PAYLOADS);
    }

    @Override
    public void add(ExportRow row) throws IOException {
      if (row.audited().isPresent()) {
        write(row.seq(), row.facts());
      }
      Optional<RuleBaseRef> named = row.content().body().namedRuleBase();
      if (named.isPresent() && ruleBases.add(named.get().sha256())) {
        write(row.ruleBase());
      }
    }

    /** The facts stand in the line as the bytes that are committed to, whatever they are. */
    private void write(long seq, Payload payload) throws IOException {
      payloads.write("{\"facts\":".getBytes(US_ASCII));
      payloads.write(payload.facts());
      String salt = HexFormat.of().formatHex(payload.salt());
      payloads.write((",\"salt\":\"" + salt + "\",\"seq\":" + seq + "}\n").getBytes(US_ASCII));
      payloads.row();
    }

    private void write(StoredRuleBase ruleBase) throws IOException {
      String name = ExportNames.RULE_BASES + "/" + ruleBase.sha256().hex();
      Map<String, byte[]> all = ruleBase.files();
      write(name + ".manifest", Manifest.of(all).getBytes(UTF_8));
      for (Map.Entry<String, byte[]> file : all.entrySet()) {
        write(name + "/" + file.getKey(), file.getValue());
      }
    }

    private void write(String path, byte[] bytes) throws IOException {
      try (ExportFile file = files.file(path)) {
        file.write(bytes);
      }
    }

    @Override
    public void finish() throws IOException {
      payloads.close();
    }
  }
}
