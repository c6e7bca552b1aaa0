package tribune.shell.render;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The one result of a command. Every format prints this same object, so that what they say never
 * differs.
 *
 * @param blocks for people, from top to bottom
 * @param view for programs
 */
public record Report(List<Block> blocks, JsonView view) {
  public Report {
    blocks = List.copyOf(blocks);
    requireNonNull(view, "view");
  }
}
