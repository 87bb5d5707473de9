package org.galton.balance;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the moves out of a state are divided by to give probabilities: T(f→g) = min(1, N(f→g) /
 * N0(f)). The rule multiplies rows, so it keeps detailed balance but shifts the potential by a
 * figure of each state: potentials and actions of different rules do not compare.
 */
public enum AttemptRule {
  /** N0(f) = A(f), all steps from f. */
  ATTEMPTS,
  /**
   * N0(f) = all attempts over all states, for sources drawn evenly of which only the total is
   * known; biased where states are found late.
   */
  UNIFORM,
  /** N0(f) = moves out of f: a kernel of accepted moves alone. */
  OUTGOING;

  /** As in tables and options. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException naming the known rules
   */
  public static AttemptRule of(String label) {
    return Arrays.stream(values())
        .filter(rule -> rule.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Invalid n0_mode %s: expected %s"
                        .formatted(
                            label,
                            Arrays.stream(values())
                                .map(AttemptRule::label)
                                .collect(Collectors.joining(", ")))));
  }
}
