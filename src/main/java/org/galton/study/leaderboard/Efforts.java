package org.galton.study.leaderboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import org.galton.spec.InvalidInput;

/**
 * The order of settings of effort: that of the labels given, else that of numbers.
 *
 * @param labels from the lowest to the highest; empty where settings are numbers
 */
record Efforts(List<String> labels) {
  static final Efforts NUMBERS = new Efforts(List.of());

  /**
   * @throws InvalidInput when a label stands twice
   */
  Efforts {
    labels = List.copyOf(labels);
    HashSet<String> seen = new HashSet<>();
    for (String label : labels) {
      if (!seen.add(label)) {
        throw new InvalidInput(
            "Cannot order efforts: --efforts has '%s' twice; expected each label once, from the lowest to the highest"
                .formatted(label));
      }
    }
  }

  /**
   * The settings of one agent from the lowest to the highest.
   *
   * @throws InvalidInput when one has no place, or two have the same
   */
  List<AgentKey> sorted(List<AgentKey> settings) {
    settings.forEach(this::place);
    List<AgentKey> sorted = new ArrayList<>(settings);
    sorted.sort(Comparator.comparingDouble(this::place));
    for (int i = 1; i < sorted.size(); i++) {
      if (place(sorted.get(i - 1)) == place(sorted.get(i))) {
        throw problem(
            sorted.get(i),
            "is the same number as '%s'".formatted(sorted.get(i - 1).effort()),
            "one way to write it");
      }
    }
    return List.copyOf(sorted);
  }

  private double place(AgentKey agent) {
    if (!labels.isEmpty()) {
      int place = labels.indexOf(agent.effort());
      if (place < 0) {
        throw problem(
            agent,
            "is not in --efforts",
            "one of %s; add it there at its place".formatted(String.join(", ", labels)));
      }
      return place;
    }
    return number(agent.effort())
        .orElseThrow(
            () ->
                problem(
                    agent,
                    "is no number",
                    "numbers, or the order of the labels, as in --efforts low,medium,high"));
  }

  private static OptionalDouble number(String text) {
    try {
      double number = Double.parseDouble(text.strip());
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static InvalidInput problem(AgentKey agent, String found, String expected) {
    return new InvalidInput(
        "Cannot order efforts: model '%s', scaffold '%s', task '%s': effort '%s' %s; expected %s"
            .formatted(
                agent.model(), agent.scaffold(), agent.task(), agent.effort(), found, expected));
  }
}
