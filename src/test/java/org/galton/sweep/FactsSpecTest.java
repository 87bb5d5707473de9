package org.galton.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.FileNotFoundException;
import java.util.List;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.galton.task.Split;
import org.galton.task.Template;
import org.galton.task.facts.EntityCounts;
import org.galton.task.facts.FactAttribute;
import org.galton.task.facts.FactsOptions;
import org.galton.task.facts.FactsTask;
import org.junit.jupiter.api.Test;

final class FactsSpecTest {
  private static final String SMALL =
      """
      sweep: small
      seed: 42
      output: runs/small
      models: ["builtin:abacus"]
      tasks: [{name: facts}]
      sampling: {max_tokens: 24}
      rollouts: 16
      """;

  private static SweepSpec read(String text, String... overrides) {
    return SweepSpec.read(
        new SpecSource("jobs/x.yaml", text, List.of(overrides)),
        path -> {
          throw new FileNotFoundException(path);
        });
  }

  private static List<String> problems(String task) {
    InvalidInput thrown =
        catchThrowableOfType(InvalidInput.class, () -> read(SMALL, "tasks=[" + task + "]"));
    return thrown.problems().stream()
        .map(problem -> problem.substring(problem.indexOf("]: ") + 3))
        .toList();
  }

  @Test
  void everyQuestionOfTheSplitIsAskedByDefault() {
    assertThat(read(SMALL).tasks())
        .containsExactly(
            new TaskSpec(new FactsTask("facts", FactsOptions.defaults()), 360, Split.TEST));
  }

  @Test
  void readsEveryKeyAndWritesItBack() {
    SweepSpec spec =
        read(
            SMALL,
            "tasks=[{name: world-7, kind: facts, known: 9, half_known: 0, unknown: 3, attributes:"
                + " [number, town], world: 7, half_rate: 0.5, hedged: 0, template: 'Q:"
                + " {question}', prompts: 24, split: train}]");

    assertThat(spec.tasks())
        .containsExactly(
            new TaskSpec(
                new FactsTask(
                    "world-7",
                    new FactsOptions(
                        new EntityCounts(9, 0, 3),
                        List.of(FactAttribute.NUMBER, FactAttribute.TOWN),
                        7,
                        0.5,
                        0,
                        new Template("Q: {question}"))),
                24,
                Split.TRAIN));
    assertThat(read(spec.toYaml())).isEqualTo(spec);
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(problems("{name: facts, known: 0, attributes: [towns], worlds: 1}"))
        .containsExactly(
            "'known' is '0': expected a whole number from 1 to 10,000",
            "an item of 'attributes' is 'towns': expected one of town, colour, number (did you mean"
                + " 'town'?)",
            "unknown key 'worlds' (did you mean 'world'?)");
    assertThat(problems("{name: facts, known: 1, half_known: 0, unknown: 0, prompts: 4}"))
        .containsExactly("'prompts' is '4': expected a whole number from 1 to 3");
    assertThat(problems("{name: facts, half_rate: 0}"))
        .containsExactly("Invalid half_rate 0.0: expected a number above 0, at most 1");
    assertThat(problems("{name: facts, hedged: 1}"))
        .containsExactly("Invalid hedged 1.0: expected a number from 0, below 1");
    assertThat(problems("{name: facts, attributes: [town, town]}"))
        .containsExactly("'attributes' has 'town' twice: expected each item once");
  }
}
