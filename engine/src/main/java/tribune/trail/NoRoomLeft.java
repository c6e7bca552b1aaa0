package tribune.trail;

import java.nio.file.Path;

/** The disk is nearly full. Nothing was recorded; with more room the same can be tried again. */
public final class NoRoomLeft extends TrailException {
  private static final long serialVersionUID = 1L;

  NoRoomLeft(Path journal, long usableBytes, long neededBytes) {
    super(
        "refused, nothing was recorded: "
            + journal
            + " has "
            + usableBytes
            + " bytes of room left on its disk, expected at least "
            + neededBytes
            + "; make room and try again",
        null);
  }
}
