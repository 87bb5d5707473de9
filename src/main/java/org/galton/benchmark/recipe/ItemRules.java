package org.galton.benchmark.recipe;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a row becomes an item: texts of {@link Rule}s, or empty.
 *
 * @param question what tells items apart: two with the same are the same
 * @param reference what the judges compare with; of a list or a mapping its JSON
 * @param choices the list of options, the right one among them
 * @param right the position of the right option, from 0
 * @param cluster family of items whose outcomes are correlated
 * @param date of the item, such as 2024-05-01, where a period is to be chosen
 * @param only is true for rows that are asked; empty: all are
 */
public record ItemRules(
    List<RecipeColumn> columns,
    String question,
    String reference,
    String choices,
    String right,
    ChoiceOrder order,
    String cluster,
    String date,
    String only,
    List<RecipeAttribute> attributes,
    Texts texts)
    implements Serializable {

  /** The order in which options are shown. */
  public enum ChoiceOrder {
    GIVEN,
    /** By a hash of the seed and the item: the same in every rollout and for every model. */
    SHUFFLED
  }

  /** Whether an item's words may stand in reports and messages. */
  public enum Texts {
    SHOWN,
    HIDDEN
  }

  /** What a recipe begins with. */
  static final ItemRules NONE =
      new ItemRules(
          List.of(), "", "", "", "", ChoiceOrder.GIVEN, "", "", "", List.of(), Texts.SHOWN);

  /** The names that an item's options have in templates. */
  public static final String CHOICES = "choices";

  public static final String LETTER = "letter";

  public ItemRules {
    columns = List.copyOf(columns);
    attributes = List.copyOf(attributes);
    if (choices.isEmpty() != right.isEmpty()) {
      throw new IllegalArgumentException(
          "Invalid rules: 'choices' is '%s' and 'right' is '%s', expected both or neither"
              .formatted(choices, right));
    }
    Set<String> names = new HashSet<>(choices.isEmpty() ? Set.of() : Set.of(CHOICES, LETTER));
    for (RecipeColumn column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException(
            "Invalid column '%s': this name is taken, expected another".formatted(column.name()));
      }
    }
  }

  /** The columns' names, for messages. */
  public String names() {
    return String.join(", ", columns.stream().map(RecipeColumn::name).toList());
  }
}
