package tribune.shell.render;

/** The three streams that a process is given. */
public enum StandardStream {
  INPUT,
  OUTPUT,
  ERROR
}
