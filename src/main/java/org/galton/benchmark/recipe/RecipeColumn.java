package org.galton.benchmark.recipe;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.galton.benchmark.rows.PublishedRow;
import org.galton.benchmark.rows.PublishedRow.Found;

/**
 * A column that a recipe reads.
 *
 * @param name what templates call it
 * @param from the paths under which published files have it; the first that is there counts
 */
public record RecipeColumn(String name, List<String> from, Presence presence, ColumnForm form)
    implements Serializable {

  /** Whether a file without it can be read. */
  public enum Presence {
    NEEDED,
    /** Its value is none where it is not there. */
    OPTIONAL
  }

  public RecipeColumn {
    from = List.copyOf(from);
  }

  boolean isIn(PublishedRow row) {
    return found(row).isPresent();
  }

  /** Whether the row has it, or may be without. */
  public boolean canRead(PublishedRow row) {
    return presence == Presence.OPTIONAL || isIn(row);
  }

  /**
   * @throws IllegalArgumentException with what is wrong
   */
  public Object value(PublishedRow row) {
    Optional<Found> found = found(row);
    if (found.isEmpty() && presence == Presence.NEEDED) {
      throw new IllegalArgumentException("no column " + shown());
    }
    try {
      return found.map(there -> form.read(there.value())).orElse(null);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("column " + shown() + ": " + e.getMessage(), e);
    }
  }

  String shown() {
    return "'" + String.join("' or '", from) + "'";
  }

  private Optional<Found> found(PublishedRow row) {
    return from.stream().flatMap(path -> row.at(path).stream()).findFirst();
  }
}
