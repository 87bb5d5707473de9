package org.galton.task.judge.code;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.galton.spec.text.GivenJson;

/**
 * Whether two JSON texts are the same value, as Python's {@code ==} has it: true is 1, 2.0 is 2,
 * and the order of an object's members is none. NaN equals nothing. Two floats x and y, y the one
 * that is expected, are the same, too, if |x - y| &lt;= absolute + relative |y|.
 */
record JsonValues(double absolute, double relative) {
  static final JsonValues EXACT = new JsonValues(0, 0);

  private static final GivenJson JSON = GivenJson.ofPython(Set.of());

  boolean equal(String one, String other) {
    if (one.isBlank() || other.isBlank()) {
      return false;
    }
    try {
      return equal(JSON.only(one), JSON.only(other));
    } catch (IOException e) {
      return false;
    }
  }

  boolean equal(JsonNode one, JsonNode other) {
    if (one.isArray() && other.isArray()) {
      if (one.size() != other.size()) {
        return false;
      }
      for (int i = 0; i < one.size(); i++) {
        if (!equal(one.get(i), other.get(i))) {
          return false;
        }
      }
      return true;
    }
    if (one.isObject() && other.isObject()) {
      return one.size() == other.size() && hasMembers(one, other);
    }
    if (isNumber(one) && isNumber(other)) {
      return equalNumbers(one, other);
    }
    return one.equals(other);
  }

  private boolean hasMembers(JsonNode one, JsonNode other) {
    for (Map.Entry<String, JsonNode> member : one.properties()) {
      if (!other.has(member.getKey()) || !equal(member.getValue(), other.get(member.getKey()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(JsonNode value) {
    return value.isNumber() || value.isBoolean();
  }

  private boolean equalNumbers(JsonNode one, JsonNode other) {
    if (isInfinite(one) || isInfinite(other)) {
      return one.doubleValue() == other.doubleValue();
    }
    return decimal(one).compareTo(decimal(other)) == 0
        || (one.isDouble()
            && other.isDouble()
            && Math.abs(one.doubleValue() - other.doubleValue())
                <= absolute + relative * Math.abs(other.doubleValue()));
  }

  private static boolean isInfinite(JsonNode value) {
    return value.isDouble() && !Double.isFinite(value.doubleValue());
  }

  /** A binary fraction exactly, so that a long integer is not equal to its neighbour. */
  private static BigDecimal decimal(JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    return value.isDouble() ? new BigDecimal(value.doubleValue()) : value.decimalValue();
  }
}
