package org.galton.reinforce.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.galton.spec.SpecSource;
import org.galton.sweep.SweepSpec;
import org.galton.task.Split;
import org.galton.task.TextFiles;
import org.galton.task.facts.FactsOptions;
import org.galton.task.facts.FactsTask;
import org.galton.train.TrainSpec;
import org.junit.jupiter.api.Test;

/**
 * The specs of docs/studies/truthrl.md: they are about one world, and the arms differ in reward.
 */
final class TruthrlSpecsTest {
  private static final Path FOLDER = Path.of("jobs/studies");
  private static final TextFiles FILES =
      path -> {
        throw new FileNotFoundException(path);
      };

  private static SpecSource source(String name, String... overrides) throws IOException {
    Path file = FOLDER.resolve(name);
    return new SpecSource(file.toString(), Files.readString(file), List.of(overrides));
  }

  private static ReinforceSpec arm(String name, String... overrides) throws IOException {
    return ReinforceSpec.read(source(name, overrides), FILES);
  }

  @Test
  void theArmsDifferInTheirRewardOnly() throws IOException {
    ReinforceSpec binary = arm("truthrl-binary.yaml");
    ReinforceSpec ternary = arm("truthrl-ternary.yaml");

    assertThat(ternary).isNotEqualTo(binary);
    assertThat(
            arm(
                "truthrl-ternary.yaml",
                "reward=verdict",
                "training=" + binary.training(),
                "output=" + binary.output()))
        .isEqualTo(binary);
  }

  @Test
  void trainingArmsAndSweepAskOfOneWorld() throws IOException {
    FactsTask asked = new FactsTask("facts", FactsOptions.defaults());
    TrainSpec start = TrainSpec.read(source("train-facts.yaml"));
    SweepSpec sweep = SweepSpec.read(source("truthrl.yaml"), FILES);

    assertThat(start.tasks().get(0).task())
        .isEqualTo(new FactsTask("facts", FactsOptions.defaults().withHalfRate(0.02)));
    assertThat(arm("truthrl-binary.yaml").tasks().get(0).task()).isEqualTo(asked);
    assertThat(sweep.tasks())
        .extracting(task -> task.task(), task -> task.split(), task -> task.prompts())
        .containsExactly(tuple(asked, Split.TEST, 360));
    assertThat(sweep.models()).containsExactly(arm("truthrl-ternary.yaml").start());
  }
}
