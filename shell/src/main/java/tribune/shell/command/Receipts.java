package tribune.shell.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tribune.shell.render.Block.Field;
import tribune.shell.render.JsonView;
import tribune.shell.render.Text;
import tribune.shell.render.Tone;
import tribune.trail.Receipt;

/** Receipts as people and programs read them. */
final class Receipts {
  private Receipts() {}

  static List<Field> fields(@Nullable Receipt receipt) {
    return receipt == null
        ? List.of(Field.of("recorded", "nothing: this is a dry run"))
        : List.of(
            Field.of("recorded", "no. " + receipt.seq() + " at " + receipt.at()),
            Field.of("signed", "as the last of " + receipt.head().size() + " records"),
            Field.of("leaf", Text.of(receipt.leaf().toString(), Tone.FAINT)));
  }

  static JsonView view(Receipt receipt) {
    return JsonView.members()
        .put("seq", receipt.seq())
        .put("at", receipt.at().toString())
        .put("leaf", receipt.leaf().toString())
        .put("size", receipt.head().size())
        .put("root", receipt.head().root().toString())
        .put("key", receipt.checkpoint().key())
        .put("checkpoint", new String(receipt.checkpoint().note().toArray(), UTF_8));
  }
}
