package tribune.intake;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tribune.document.Diagnostic;
import tribune.document.Reading;
import tribune.document.Source;

/** A line that is longer than a line may be; the rest of it was passed over. */
record LongLine(String name, TextLine line) implements UnreadLine {
  private static final int SHOWN = 100;

  @Override
  public int bytes() {
    return line.bytes().length;
  }

  @Override
  public ReadLine read() {
    String beginning = new String(line.bytes(), 0, SHOWN, StandardCharsets.UTF_8);
    Source source =
        Source.decode(name, beginning.getBytes(StandardCharsets.UTF_8), line.number()).orThrow();
    Diagnostic mistake =
        Diagnostic.of(IntakeCode.LINE_TOO_LONG, source, "the line is longer than 1 MiB")
            .at(source.span(0, 1))
            .label("a proposal may have " + Source.LIMIT_BYTES + " bytes")
            .note("shorten it in the file and import the file again");
    return new ReadLine(line.number(), source, Reading.faulty(mistake), Optional.empty());
  }
}
