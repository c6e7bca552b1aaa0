package tribune.shell.line;

import java.util.function.Supplier;
import tribune.shell.render.Report;

/**
 * Something that {@code help} explains and that is no command. Each bean of this type is listed.
 *
 * @param name one word, as in {@code help exit-codes}
 * @param summary one line for the list of topics
 * @param text made when it is asked for
 */
public record HelpTopic(String name, String summary, Supplier<Report> text) {}
