package org.galton.task.facts;

import java.util.List;
import org.galton.spec.ValueType;
import org.galton.task.IndexedStream;

/**
 * What is asked of an entity. Each has 480 values or more, so that a guess is hardly ever right.
 */
public enum FactAttribute {
  /** One of 560 made-up names. */
  TOWN,
  /** A shade and a hue, 480 together. */
  COLOUR,
  /** From 100 to 999. */
  NUMBER;

  private static final List<String> ENDINGS =
      List.of("burg", "dale", "ford", "ham", "mouth", "stow", "ton", "wick");
  private static final List<String> SHADES =
      List.of(
          "bright", "burnt", "cold", "dark", "deep", "dull", "faded", "fair", "faint", "light",
          "matt", "pale", "pure", "rich", "shiny", "soft", "strong", "warm", "washed", "wild");
  private static final List<String> HUES =
      List.of(
          "amber", "azure", "beige", "black", "blue", "bronze", "brown", "coral", "cream", "cyan",
          "gold", "green", "grey", "indigo", "ivory", "lilac", "lime", "olive", "orange", "pink",
          "purple", "red", "teal", "white");

  /** As in questions: {@code town}. */
  public String key() {
    return ValueType.written(this);
  }

  /** Each value is as likely as any other. */
  String draw(IndexedStream draws) {
    return switch (this) {
      case TOWN -> Syllables.name(1, draws) + draws.oneOf(ENDINGS);
      case COLOUR -> draws.oneOf(SHADES) + " " + draws.oneOf(HUES);
      case NUMBER -> Integer.toString(draws.between(100, 999));
    };
  }
}
