package tribune.shell.workspace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/**
 * Why a file cannot be used, in words: the platform's own message is often no more than its path.
 */
final class FileTrouble {
  private FileTrouble() {}

  /**
   * Completes "it cannot be used: ...".
   *
   * @param thrown a failure of input or output, or an exception that wraps one
   */
  static String reason(Exception thrown) {
    @Nullable Throwable cause = thrown.getCause();
    Throwable failure = cause instanceof IOException ? cause : thrown;
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NoSuchFileException) {
      return "no such file or directory";
    }
    if (failure instanceof FileAlreadyExistsException || failure instanceof NotDirectoryException) {
      return "it is a file, and a directory is needed";
    }
    @Nullable String reason =
        failure instanceof FileSystemException known ? known.getReason() : failure.getMessage();
    return reason == null ? failure.getClass().getSimpleName() : reason;
  }
}
