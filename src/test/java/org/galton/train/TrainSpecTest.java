package org.galton.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.galton.game.Condition;
import org.galton.game.GroupSearch;
import org.galton.game.Style;
import org.galton.game.letters.LetterSum;
import org.galton.game.letters.Lexicon;
import org.galton.game.walk.Sampler;
import org.galton.game.walk.Votes;
import org.galton.game.walk.WalkRules;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.galton.task.arithmetic.ArithmeticOptions;
import org.galton.task.arithmetic.ArithmeticTask;
import org.galton.task.arithmetic.CountdownTask;
import org.galton.task.group.GroupSearchTask;
import org.galton.task.group.LetterSumOptions;
import org.galton.task.group.LetterSumTask;
import org.junit.jupiter.api.Test;

class TrainSpecTest {
  private static final String SMALL =
      """
      model: tiny
      output: runs/tiny
      seed: 1
      architecture: {layers: 2, width: 64, heads: 4, feed_forward: 96, context: 80}
      tasks: [{name: countdown}]
      training: {steps: 1000}
      """;

  private static TrainSpec read(String text, String... overrides) {
    return TrainSpec.read(new SpecSource("jobs/x.yaml", text, List.of(overrides)));
  }

  private static List<String> problems(String text, String... overrides) {
    return catchThrowableOfType(InvalidInput.class, () -> read(text, overrides)).problems();
  }

  @Test
  void fillsInTheDefaults() {
    assertThat(read(SMALL))
        .isEqualTo(
            new TrainSpec(
                "tiny",
                "runs/tiny",
                1,
                new Architecture(2, 64, 4, 4, 96, 80),
                List.of(new TaskShare(CountdownTask.withDefaults(), 1)),
                new Schedule(1000, 128, 0.003, 200, 0.1, 1, 0.9, 0.98, 9, 5, 64, 2)));
  }

  @Test
  void readsTheTrainingOfTheEmbeddedModel() throws IOException {
    TrainSpec spec = read(Files.readString(Path.of("jobs/train-abacus.yaml")));
    assertThat(spec.model()).isEqualTo("abacus");
    assertThat(spec.architecture()).isEqualTo(new Architecture(4, 128, 4, 2, 288, 128));
    assertThat(spec.tasks())
        .extracting(TaskShare::task)
        .containsExactly(
            new ArithmeticTask("arithmetic", ArithmeticOptions.defaults().withLevels(1, 2, 3)),
            CountdownTask.withDefaults());
    assertThat(spec.schedule())
        .isEqualTo(new Schedule(8_000, 128, 0.003, 200, 0.1, 1, 0.9, 0.98, 9, 100, 64, 2));
    assertThat(read(spec.toYaml())).isEqualTo(spec);
  }

  @Test
  void readsTheTrainingOfTheEmbeddedPlayer() throws IOException {
    TrainSpec spec = read(Files.readString(Path.of("jobs/train-crowd.yaml")));
    assertThat(spec.architecture()).isEqualTo(new Architecture(2, 48, 4, 2, 128, 128));
    GroupSearch rules = GroupSearch.defaults().withStyle(Style.MARKS);
    assertThat(spec.tasks())
        .extracting(TaskShare::task)
        .containsExactly(
            new GroupSearchTask("plain", rules.withCondition(Condition.PLAIN)),
            new GroupSearchTask("persona", rules.withCondition(Condition.PERSONA)),
            new GroupSearchTask("tom", rules.withCondition(Condition.TOM)));
    assertThat(read(spec.toYaml())).isEqualTo(spec);
  }

  @Test
  void readsTheTrainingOfTheEmbeddedWalker() throws IOException {
    TrainSpec spec = read(Files.readString(Path.of("jobs/train-rambler.yaml")));
    assertThat(spec.architecture()).isEqualTo(new Architecture(2, 40, 4, 2, 76, 32));
    assertThat(spec.tasks())
        .extracting(TaskShare::task)
        .containsExactly(
            new LetterSumTask(
                "letter-sum",
                LetterSumOptions.defaults()
                    .withWalk(new WalkRules(Sampler.CHAIN, Votes.NONE, 20))
                    .withWords(new LetterSum(100, Lexicon.LISTED, Style.MARKS))));
    assertThat(read(spec.toYaml())).isEqualTo(spec);
  }

  @Test
  void reportsEverythingThatIsWrongAtOnce() {
    assertThat(
            problems(
                SMALL,
                "architecture.width=68",
                "architecture.key_value_heads=3",
                "tasks=[{name: my-questions, kind: jsonl}, {name: countdown, weight: 0}]",
                "training.first_checkpoint=1001",
                "training.beta2=1"))
        .containsExactly(
            "Cannot read jobs/x.yaml line 4: Invalid width 68: expected an even multiple of the 4"
                + " heads",
            "Cannot read --set tasks=[{name: my-questions, kind: jsonl}, {name: countdown, weight:"
                + " 0}]: 'kind' is 'jsonl': expected one of arithmetic, countdown, group-search,"
                + " letter-sum, facts, secret, environment, team",
            "Cannot read --set tasks=[{name: my-questions, kind: jsonl}, {name: countdown, weight:"
                + " 0}]: 'weight' is '0': expected a number above 0",
            "Cannot read --set training.beta2=1: 'beta2' is '1': expected a number from 0 to"
                + " 0.999999999");
    assertThat(problems(SMALL, "architecture.key_value_heads=3", "training.first_checkpoint=1001"))
        .containsExactly(
            "Cannot read jobs/x.yaml line 4: Invalid key_value_heads 3: expected a divisor of the 4"
                + " heads",
            "Cannot read jobs/x.yaml line 6: Invalid first_checkpoint 1001: expected at most the"
                + " 1000 steps of the training");
    assertThat(problems(SMALL, "training.warmup=1001"))
        .containsExactly(
            "Cannot read jobs/x.yaml line 6: Invalid warmup 1001: expected at most the 1000 steps"
                + " of the training");
  }
}
