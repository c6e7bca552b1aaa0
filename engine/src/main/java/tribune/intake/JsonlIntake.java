package tribune.intake;

import java.io.IOException;
import java.util.Optional;

/** A proposal a line, each a JSON object. */
final class JsonlIntake implements Intake {
  private static final String BLANK = " \t\r\n";

  private final String name;
  private final TextLines lines;

  JsonlIntake(String name, TextLines lines) {
    this.name = name;
    this.lines = lines;
  }

  @Override
  public Optional<UnreadLine> next() throws IOException {
    Optional<TextLine> line = lines.next();
    while (line.isPresent() && line.get().hasOnly(BLANK)) {
      line = lines.next();
    }
    return line.map(it -> it.isCut() ? new LongLine(name, it) : new JsonlLine(name, it));
  }

  @Override
  public long bytesRead() {
    return lines.bytesRead();
  }
}
