package org.galton.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.lang3.StringUtils;
import org.galton.benchmark.recipe.ItemRules;
import org.galton.benchmark.recipe.RecipeColumn;
import org.galton.benchmark.recipe.Rule;
import org.galton.benchmark.recipe.WrittenValue;
import org.galton.benchmark.rows.PublishedRow;
import org.galton.task.PromptId;

/** Makes items of rows. */
final class ItemReader {
  private static final int MOST_CHOICES = 26;

  private final ItemRules rules;
  private final long seed;
  private final Rule question;
  private final Rule choices;
  private final Rule right;

  /**
   * @param seed fixes the order of shuffled options
   */
  ItemReader(ItemRules rules, long seed) {
    this.rules = rules;
    this.seed = seed;
    this.question = Rule.of("question", rules.question(), rules.names());
    this.choices = Rule.of("choices", rules.choices(), rules.names());
    this.right = Rule.of("right", rules.right(), rules.names());
  }

  /**
   * A row to be asked.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  Item asked(PublishedRow row) {
    return item(row, rules.columns());
  }

  /**
   * A row to be shown, which may lack what only judging needs.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  Item shown(PublishedRow row) {
    return item(row, rules.columns().stream().filter(column -> column.canRead(row)).toList());
  }

  private Item item(PublishedRow row, List<RecipeColumn> columns) {
    Map<String, Object> values = new LinkedHashMap<>();
    columns.forEach(column -> values.put(column.name(), column.value(row)));
    String asked = question.isEmpty() ? WrittenValue.of(values) : question.text(values);
    String order = choices.isEmpty() ? "" : addChoices(values, asked);
    return new Item(
        row.number(), values, order, StringUtils.normalizeSpace(asked).toLowerCase(Locale.ROOT));
  }

  /** Returns the order, empty where it is as given. */
  private String addChoices(Map<String, Object> values, String asked) {
    if (!(choices.value(values) instanceof List<?> given)
        || given.size() < 2
        || given.size() > MOST_CHOICES) {
      throw new IllegalArgumentException(
          "'choices' is no list of 2 to " + MOST_CHOICES + " options");
    }
    if (!(right.value(values) instanceof Long place) || place < 0 || place >= given.size()) {
      throw new IllegalArgumentException(
          "'right' is '%s', expected a position from 0 to %d"
              .formatted(right.text(values), given.size() - 1));
    }
    List<Integer> places = places(given, asked);
    List<Object> shown = new ArrayList<>();
    places.forEach(i -> shown.add(given.get(i)));
    values.put(ItemRules.CHOICES, shown);
    values.put(ItemRules.LETTER, Character.toString('A' + places.indexOf(Math.toIntExact(place))));
    return rules.order() == ItemRules.ChoiceOrder.GIVEN
        ? ""
        : places.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /** Sorted by SHA-256 of seed, item and place. */
  private List<Integer> places(List<?> given, String asked) {
    List<Integer> places = new ArrayList<>(IntStream.range(0, given.size()).boxed().toList());
    if (rules.order() == ItemRules.ChoiceOrder.SHUFFLED) {
      String item = PromptId.of("choices", asked, WrittenValue.of(given));
      Map<Integer, String> keys =
          places.stream()
              .collect(
                  Collectors.toMap(i -> i, i -> PromptId.of("order " + seed, item, i.toString())));
      places.sort(Comparator.comparing(keys::get));
    }
    return places;
  }
}
