package org.galton.view.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where a rollout stands in an order.
 *
 * @param figure that the order goes by; null where the rollout has none
 */
record RolloutPlace(Double figure, RolloutAddress address) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Optional<RolloutPlace> parse(String text) {
    try {
      List<?> parts = JSON.readValue(text, List.class);
      if (parts.size() != 2 || !(parts.get(1) instanceof String address)) {
        return Optional.empty();
      }
      Double figure = parts.get(0) instanceof Number number ? number.doubleValue() : null;
      return RolloutAddress.parse(address).map(key -> new RolloutPlace(figure, key));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String text() {
    try {
      return JSON.writeValueAsString(Arrays.asList(figure, address.text()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write the place of a rollout", e);
    }
  }
}
