package tribune.rulebase.page;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to be said of one thing, from top to bottom.
 *
 * @param name what others refer to it by: the id of a principle or check, or {@code README}
 * @param lead what stands below the title
 */
public record Page(String name, String title, List<Part> lead, List<Section> sections) {
  public Page {
    requireNonNull(name, "name");
    requireNonNull(title, "title");
    lead = List.copyOf(lead);
    sections = List.copyOf(sections);
  }

  /** Parts under a title of their own. */
  public record Section(String title, List<Part> parts) {
    public Section {
      requireNonNull(title, "title");
      parts = List.copyOf(parts);
    }
  }

  /** Puts sections together; those that have nothing to say are left out. */
  static final class Sections {
    private final List<Section> sections = new ArrayList<>();

    Sections add(String title, Part... parts) {
      sections.add(new Section(title, List.of(parts)));
      return this;
    }

    /** A section that is there for some only. */
    Sections addIfAny(String title, List<?> all, Part part) {
      return all.isEmpty() ? this : add(title, part);
    }

    List<Section> list() {
      return sections;
    }
  }
}
