package org.galton.benchmark.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

/** Values as references and attributes hold them. */
public final class WrittenValue {
  private static final ObjectMapper JSON = new ObjectMapper();

  private WrittenValue() {}

  /** A text as it is, a number in plain digits, a list or a mapping as JSON, empty for none. */
  public static String of(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double number && Double.isFinite(number)) {
      return BigDecimal.valueOf(number).toPlainString();
    }
    if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
      try {
        return JSON.writeValueAsString(value);
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException("it is no value that JSON has", e);
      }
    }
    return value.toString();
  }
}
