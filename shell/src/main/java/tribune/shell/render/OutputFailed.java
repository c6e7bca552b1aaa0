package tribune.shell.render;

import java.io.IOException;

/** A result could not be written although somebody reads it: a full disk, for example. */
public final class OutputFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OutputFailed(IOException cause) {
    super("cannot write the output: " + cause.getMessage(), cause);
  }
}
