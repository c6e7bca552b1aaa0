package tribune.export;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import tribune.export.format.ExportFormats;
import tribune.trail.Samples;
import tribune.trail.Trail;

/** Exports as tests make them. */
final class Exports {
  static final Instant AT = Instant.parse("2026-01-16T09:30:00Z");
  static final ExportedBy UNRECORDED =
      new ExportedBy(Samples.ACTOR, AT, ExportedBy.Recording.NOT_RECORDED);
  static final ExportedBy RECORDED =
      new ExportedBy(Samples.ACTOR, AT, ExportedBy.Recording.RECORDED);

  private Exports() {}

  /** Everything, byte for byte, not recorded. */
  static Exported whole(Trail trail, Path place) {
    return of(trail, ExportRequest.of(List.of(new JsonlFormat())), place);
  }

  /** Everything in all formats, not recorded. */
  static Exported all(Trail trail, Path place) {
    return of(trail, ExportRequest.of(ExportFormats.all()), place);
  }

  static Exported of(Trail trail, ExportRequest request, Path place) {
    return new Exporter(trail, Samples.ENGINE)
        .export(request, place, UNRECORDED, ExportProgress.SILENT);
  }
}
