package tribune.shell.command;

import org.jspecify.annotations.Nullable;
import tribune.shell.render.Block;
import tribune.shell.render.JsonView;
import tribune.shell.render.Text;
import tribune.shell.render.Tone;
import tribune.trail.Receipt;

/** Receipts as people and programs read them. */
final class Receipts {
  private Receipts() {}

  static Block block(@Nullable Receipt receipt) {
    return receipt == null
        ? Block.Paragraph.of("Dry run: nothing was recorded.")
        : new Block.Paragraph(
            Text.of("Recorded as no. " + receipt.seq() + " at " + receipt.at() + ", leaf ")
                .and(receipt.leaf().toString(), Tone.FAINT));
  }

  static JsonView view(Receipt receipt) {
    return JsonView.members()
        .put("seq", receipt.seq())
        .put("at", receipt.at().toString())
        .put("leaf", receipt.leaf().toString())
        .put("size", receipt.head().size())
        .put("root", receipt.head().root().toString());
  }
}
