package org.galton.model;

import java.util.Optional;
import org.galton.spec.HomeFolder;

/**
 * The name of a checkpoint with an adapter beside it, {@code BASE+adapter:FOLDER}. The first mark
 * divides it, so that a folder of an adapter may have any name.
 *
 * @param base a checkpoint's own name
 * @param adapter folder of the adapter
 */
public record AdaptedModel(String base, String adapter) {
  private static final String MARK = "+adapter:";

  /**
   * @throws IllegalArgumentException when a part is missing, or the base's name has the mark
   */
  public AdaptedModel {
    if (base.isBlank() || adapter.isBlank()) {
      throw new IllegalArgumentException(
          "Invalid model '%s': expected BASE%sFOLDER, a checkpoint and the folder of an adapter"
              .formatted(base + MARK + adapter, MARK));
    }
    if (base.contains(MARK)) {
      throw new IllegalArgumentException(
          "Invalid base '%s' of an adapter: its name has '%s', which divides base and adapter; rename the folder"
              .formatted(base, MARK));
    }
    base = HomeFolder.expand(base);
    adapter = HomeFolder.expand(adapter);
  }

  /** Whether a name is one of these. */
  public static boolean isOne(String name) {
    return name.contains(MARK);
  }

  /**
   * Nothing where a name is not one of these.
   *
   * @throws IllegalArgumentException when a part is missing
   */
  public static Optional<AdaptedModel> of(String name) {
    int mark = name.indexOf(MARK);
    return mark < 0
        ? Optional.empty()
        : Optional.of(
            new AdaptedModel(name.substring(0, mark), name.substring(mark + MARK.length())));
  }

  /** The checkpoint whose weights a model of this name draws with. */
  public static String baseOf(String name) {
    int mark = name.indexOf(MARK);
    return mark < 0 ? name : name.substring(0, mark);
  }

  /** The one text that names it, in specs and tables. */
  public String name() {
    return base + MARK + adapter;
  }
}
