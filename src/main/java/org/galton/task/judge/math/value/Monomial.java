package org.galton.task.judge.math.value;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names with their exponents, all above 0; ordered by degree, highest first, then by names.
 *
 * @param powers by name, in code point order
 */
record Monomial(SortedMap<String, Integer> powers) implements Comparable<Monomial> {
  static final Monomial ONE = new Monomial(new TreeMap<>());
  private static final int LARGEST_POWER = 1_000_000;

  static Monomial of(String name) {
    return new Monomial(new TreeMap<>(Map.of(name, 1)));
  }

  Monomial times(Monomial other) {
    TreeMap<String, Integer> product = new TreeMap<>(powers);
    other.powers.forEach((name, power) -> product.merge(name, power, Integer::sum));
    return new Monomial(product);
  }

  Monomial power(int exponent) {
    TreeMap<String, Integer> raised = new TreeMap<>();
    powers.forEach(
        (name, power) -> {
          if ((long) power * exponent > LARGEST_POWER) {
            throw NoValue.here();
          }
          raised.put(name, power * exponent);
        });
    return new Monomial(raised);
  }

  /** Null where the other does not divide this. */
  Monomial over(Monomial other) {
    TreeMap<String, Integer> quotient = new TreeMap<>(powers);
    for (Map.Entry<String, Integer> divisor : other.powers.entrySet()) {
      int power = quotient.getOrDefault(divisor.getKey(), 0) - divisor.getValue();
      if (power < 0) {
        return null;
      }
      if (power == 0) {
        quotient.remove(divisor.getKey());
      } else {
        quotient.put(divisor.getKey(), power);
      }
    }
    return new Monomial(quotient);
  }

  private long degree() {
    return powers.values().stream().mapToLong(Integer::longValue).sum();
  }

  /** A monomial order: it is kept by multiplication. */
  @Override
  public int compareTo(Monomial other) {
    int byDegree = Long.compare(other.degree(), degree());
    if (byDegree != 0) {
      return byDegree;
    }
    TreeMap<String, Integer> names = new TreeMap<>(powers);
    names.putAll(other.powers);
    for (String name : names.keySet()) {
      int byPower =
          Integer.compare(other.powers.getOrDefault(name, 0), powers.getOrDefault(name, 0));
      if (byPower != 0) {
        return byPower;
      }
    }
    return 0;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    powers.forEach(
        (name, power) ->
            text.append(text.length() == 0 ? "" : "*")
                .append(name)
                .append(power == 1 ? "" : "^" + power));
    return text.toString();
  }
}
