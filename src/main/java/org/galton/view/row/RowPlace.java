package org.galton.view.row;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where a row stands in an order.
 *
 * @param figure that the order goes by; null where the row has none
 * @param key of the row: texts and whole numbers
 */
public record RowPlace(Double figure, List<Object> key) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads what {@link #text} wrote; nothing where it is something else. */
  public static Optional<RowPlace> parse(String text, int columns) {
    return parts(text)
        .filter(parts -> parts.size() == 2)
        .filter(parts -> parts.get(0) == null || parts.get(0) instanceof Number)
        .filter(parts -> parts.get(1) instanceof List<?>)
        .map(
            parts ->
                new RowPlace(
                    parts.get(0) instanceof Number figure ? figure.doubleValue() : null,
                    new ArrayList<>((List<?>) parts.get(1))))
        .filter(place -> place.key().size() == columns && isKey(place.key()));
  }

  public static Optional<List<?>> parts(String text) {
    try {
      return Optional.of(JSON.readValue(text, List.class));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isKey(List<Object> key) {
    return key.stream().allMatch(part -> part instanceof String || part instanceof Integer);
  }

  /** As it stands in addresses: names may hold any character. */
  public String text() {
    return json(Arrays.asList(figure, key));
  }

  public static String json(List<?> parts) {
    try {
      return JSON.writeValueAsString(parts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write " + parts + " as JSON", e);
    }
  }
}
