package tribune.trail;

import static java.util.Objects.requireNonNull;

import java.util.List;
import tribune.document.Json;
import tribune.proof.Hash;

/**
 * An export as a record names it. The record comes after what was exported, so it is not in it.
 *
 * @param manifest the SHA-256 of its {@code manifest.json}, which names every file by its hash
 * @param formats the names of its formats, such as {@code csv}, in the order of the manifest
 * @param filter what was asked for, as the manifest says it; empty for everything
 * @param records how many records it holds
 * @param size how many records the trail had in the checkpoint that was exported
 * @param root the root over them
 */
public record ExportRef(
    Hash manifest, List<String> formats, Json.Members filter, long records, long size, Hash root) {
  public ExportRef {
    requireNonNull(manifest, "manifest");
    formats = List.copyOf(formats);
    requireNonNull(filter, "filter");
    requireNonNull(root, "root");
    formats.forEach(format -> Required.name(format, "name of a format"));
    if (records < 0 || size < 1 || records > size) {
      throw new IllegalArgumentException(records + " records of a trail of " + size);
    }
  }
}
