package org.galton.task.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.galton.task.IndexedStream;
import org.galton.task.MarkedAnswer;

/** Numbers, a target that they reach, and one way to reach it. */
record CountdownProblem(List<Integer> numbers, int target, String solution) implements Problem {
  private static final int HIGHEST_STEP = 199;
  private static final int HIGHEST_TARGET = 100;

  static CountdownProblem draw(int size, IndexedStream draws) {
    int highest = size == 3 ? 15 : 10;
    while (true) {
      List<Integer> numbers = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        numbers.add(draws.between(1, highest));
      }
      Optional<CountdownProblem> problem = combine(numbers, draws);
      if (problem.isPresent()) {
        return problem.get();
      }
    }
  }

  /**
   * Joins random pairs until one number is left; empty where that misses the targets or is too
   * easy.
   */
  private static Optional<CountdownProblem> combine(List<Integer> numbers, IndexedStream draws) {
    List<CountdownStep> parts =
        new ArrayList<>(numbers.stream().map(CountdownStep::number).toList());
    StringBuilder chain = new StringBuilder();
    while (parts.size() > 1) {
      CountdownStep first = parts.remove(draws.below(parts.size()));
      CountdownStep second = parts.remove(draws.below(parts.size()));
      List<CountdownStep> joined =
          CountdownStep.joining(first, second).stream()
              .filter(step -> step.value() <= HIGHEST_STEP)
              .toList();
      if (joined.isEmpty()) {
        return Optional.empty();
      }
      CountdownStep step = draws.oneOf(joined);
      chain.append(step.equation()).append(' ');
      parts.add(step);
    }
    CountdownStep last = parts.get(0);
    if (last.value() > HIGHEST_TARGET || numbers.contains(last.value())) {
      return Optional.empty();
    }
    chain.append(MarkedAnswer.MARKER).append(last.text());
    return Optional.of(new CountdownProblem(List.copyOf(numbers), last.value(), chain.toString()));
  }

  @Override
  public String identity() {
    return "countdown " + target + " " + numbers.stream().sorted().toList();
  }

  String question() {
    return "reach " + reference();
  }

  /** {@code 82 with 3 7 25}. */
  String reference() {
    return target
        + " with "
        + numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
