package tribune.shell.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.shell.core.command.completion.CompletionContext;
import org.springframework.shell.core.command.completion.CompletionProposal;
import org.springframework.shell.core.command.completion.CompletionProvider;

/**
 * Proposes the entries of the directory that the word at the cursor names. Hidden ones only after a
 * dot; a directory ends with a slash, so that one can go on.
 */
record PathProposals(Wanted wanted) implements CompletionProvider {

  enum Wanted {
    FILES,
    DIRECTORIES
  }

  private static final int ENTRIES_AT_MOST = 1000;

  @Override
  public List<CompletionProposal> apply(CompletionContext context) {
    String typed = Optional.ofNullable(context.currentWordUpToCursor()).orElse("");
    int slash = typed.lastIndexOf('/');
    String directory = typed.substring(0, slash + 1);
    String name = typed.substring(slash + 1);
    try (Stream<Path> entries = Files.list(Path.of(directory.isEmpty() ? "." : directory))) {
      return entries
          .filter(entry -> isWanted(entry, name))
          .limit(ENTRIES_AT_MOST)
          .map(entry -> proposal(directory, entry))
          .toList();
    } catch (IOException | InvalidPathException nothingThere) {
      return List.of();
    }
  }

  private boolean isWanted(Path entry, String typed) {
    String name = entry.getFileName().toString();
    if (!name.startsWith(typed) || (name.startsWith(".") && typed.isEmpty())) {
      return false;
    }
    return wanted == Wanted.FILES || Files.isDirectory(entry);
  }

  private static CompletionProposal proposal(String directory, Path entry) {
    String name = entry.getFileName().toString();
    return Files.isDirectory(entry)
        ? new CompletionProposal(directory + name + "/").displayText(name + "/").complete(false)
        : new CompletionProposal(directory + name).displayText(name);
  }
}
