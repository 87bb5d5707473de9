package org.galton.selection;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A proposed patch.
 *
 * @param id tells it from others of its issue
 * @param content the same for identical patches; its id where nothing is known
 * @param resolved whether it passes the reference tests; null where nobody says
 */
public record Patch(String id, String content, Boolean resolved) implements Serializable {

  /** Whole numbers by their value and before all other ids; the others by their text. */
  public static final Comparator<String> ID_ORDER =
      Comparator.comparing((String id) -> !id.matches("\\d{1,18}"))
          .thenComparing(id -> id.matches("\\d{1,18}") ? Long.parseLong(id) : 0)
          .thenComparing(Comparator.naturalOrder());
}
