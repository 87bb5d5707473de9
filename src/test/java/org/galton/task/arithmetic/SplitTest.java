package org.galton.task.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.Trainable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SplitTest {
  static Stream<Trainable> tasks() {
    return Stream.of(
        ArithmeticTask.withDefaults(),
        CountdownTask.withDefaults(),
        new ArithmeticTask("other", ArithmeticOptions.defaults().withLevels(1, 2)),
        new CountdownTask("other", CountdownOptions.defaults().withSizes(3)));
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void splitsShareNoProblemWhateverTheSeedAndTheOptions(Trainable task) {
    Trainable wide =
        task instanceof CountdownTask
            ? CountdownTask.withDefaults()
            : ArithmeticTask.withDefaults();
    Map<Split, Set<String>> problems = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      Set<String> drawn = new HashSet<>();
      for (long seed = 0; seed < 3; seed++) {
        task.prompts(split, 600, seed).forEach(prompt -> drawn.add(problem(prompt.text())));
      }
      problems.put(split, drawn);
    }
    for (long index = 0; index < 20_000; index++) {
      problems.get(Split.TRAIN).add(problem(task.example(index % 7, index).prompt()));
      problems.get(Split.TRAIN).add(problem(wide.example(index % 7, index).prompt()));
    }
    assertThat(problems.get(Split.TEST)).hasSizeGreaterThan(600);
    assertThat(Collections.disjoint(problems.get(Split.TEST), problems.get(Split.TRAIN))).isTrue();
    assertThat(Collections.disjoint(problems.get(Split.TEST), problems.get(Split.VALIDATION)))
        .isTrue();
    assertThat(Collections.disjoint(problems.get(Split.VALIDATION), problems.get(Split.TRAIN)))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void promptsAreDistinctAndAskingForMoreOnlyAppends(Trainable task) {
    List<Prompt> many = task.prompts(Split.TEST, 600, 11);
    assertThat(many.stream().map(prompt -> problem(prompt.text()))).doesNotHaveDuplicates();
    assertThat(many.stream().map(Prompt::id)).doesNotHaveDuplicates();
    for (int count : new int[] {0, 1, 7, 32, 599}) {
      assertThat(task.prompts(Split.TEST, count, 11)).isEqualTo(many.subList(0, count));
    }
    assertThat(task.prompts(Split.TEST, 600, 12)).isNotEqualTo(many);
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void examplesDependOnSeedAndIndexAlone(Trainable task) {
    List<Trainable.WorkedExample> forward =
        Stream.iterate(0L, i -> i + 1).limit(200).map(i -> task.example(3, i)).toList();
    for (int i = 199; i >= 0; i--) {
      assertThat(task.example(3, i)).isEqualTo(forward.get(i));
    }
    assertThat(task.example(3, Long.MAX_VALUE)).isEqualTo(task.example(3, Long.MAX_VALUE));
    assertThat(new HashSet<>(forward)).hasSizeGreaterThan(150);
    assertThat(task.example(4, 0)).isNotEqualTo(forward.get(0));
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void theVerifierAcceptsEveryWorkedExampleAndEachOfItsStepsHolds(Trainable task) {
    for (long index = 0; index < 10_000; index++) {
      Trainable.WorkedExample example = task.example(9, index);
      Prompt prompt =
          new Prompt(
              "id", task.name(), "", example.prompt(), reference(example.prompt()), Map.of());
      assertThat(task.verify(prompt, example.completion()).correct())
          .as(example.toString())
          .isTrue();
      for (String step : example.completion().split(" ", -1)) {
        String[] sides = step.split("=", -1);
        assertThat(step.startsWith("answer=") || value(sides[0]).equals(value(sides[1])))
            .as("%s in %s", step, example)
            .isTrue();
      }
    }
  }

  private static Object value(String expression) {
    return ArithmeticExpression.parse(expression).orElseThrow().value().orElseThrow();
  }

  private static String reference(String text) {
    return text.startsWith("reach")
        ? text.strip().substring("reach ".length())
        : value(text.replace("=?\n", "")).toString();
  }

  /** The problem behind a text, worked out anew: sorted where order does not matter. */
  private static String problem(String text) {
    String[] words = text.strip().replace("=?", "").split("(?<=[-+*])|(?=[-+*])| ");
    boolean ordered = words[1].equals("-");
    String target = text.startsWith("reach") ? words[1] + " of " : "";
    return ordered ? text : target + Arrays.stream(words).sorted().collect(Collectors.joining(" "));
  }
}
