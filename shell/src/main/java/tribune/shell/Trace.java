package tribune.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** The stack trace of a failure, for {@code --debug}. */
final class Trace {

  private Trace() {}

  static List<String> lines(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString().lines().toList();
  }
}
