package tribune.shell.render;

/** Where a command puts its one report: standard output, in the format that the user asked for. */
public final class Output {

  private final DataStream stream;
  private final Renderer renderer;
  private final LiveLine live;

  Output(DataStream stream, Renderer renderer, LiveLine live) {
    this.stream = stream;
    this.renderer = renderer;
    this.live = live;
  }

  /**
   * Prints the report.
   *
   * @throws OutputFailed if it could not be written although there is a reader
   */
  public void write(Report report) {
    live.clear();
    stream.write(renderer.render(report));
  }

  /** Whether nobody reads standard output any more. */
  public boolean readerGone() {
    return stream.readerGone();
  }
}
