package org.galton.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.weights.Safetensors;
import org.galton.model.llama.weights.Tensor;
import org.galton.task.arithmetic.ArithmeticOptions;
import org.galton.task.arithmetic.ArithmeticTask;
import org.galton.task.arithmetic.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
  @TempDir Path temp;

  @Test
  void lossFallsAndCheckpointsSayWhatTheyCost() throws IOException {
    Log log = new Log(Integer.MAX_VALUE);
    Path last = new Trainer(spec("whole", 60), log).train();
    assertThat(log.heldOutLosses).hasSize(3);
    assertThat(log.heldOutLosses.get(2)).isLessThan(0.6 * log.heldOutLosses.get(0));
    try (Stream<Path> folders = Files.list(temp.resolve("whole"))) {
      assertThat(
              folders
                  .map(path -> path.getFileName().toString())
                  .filter(name -> name.startsWith("step")))
          .containsExactlyInAnyOrder("step-000010", "step-000024", "step-000060");
    }
    Checkpoint checkpoint = Checkpoint.open(last.toString());
    Provenance provenance = log.provenances.get(2);
    assertThat(checkpoint.card().step()).hasValue(60);
    assertThat(checkpoint.card().trainingFlops())
        .hasValue(6.0 * checkpoint.config().parameters() * provenance.tokens());
    assertThat(log.passRates.get(2)).containsOnlyKeys("arithmetic");
  }

  @Test
  void aKilledRunGoesOnToTheSameWeights() throws IOException {
    Path whole = new Trainer(spec("whole", 30), new Log(Integer.MAX_VALUE)).train();
    Trainer killed = new Trainer(spec("killed", 30), new Log(11));
    try {
      killed.train();
    } catch (Killed expected) {
      // As if the process had died while it reported the second checkpoint.
    }
    Log resumed = new Log(Integer.MAX_VALUE);
    Path rest = new Trainer(spec("killed", 30), resumed).train();
    assertThat(resumed.resumedAt).isPositive();
    assertSameWeights(whole, rest);
  }

  @Test
  void twoRunsFromOneSeedTakeTheSameSteps() throws IOException {
    Path first = new Trainer(spec("first", 12), new Log(Integer.MAX_VALUE)).train();
    Path second = new Trainer(spec("second", 12), new Log(Integer.MAX_VALUE)).train();
    assertSameWeights(first, second);
  }

  @Test
  void theRateWarmsUpAndFallsToZero() {
    Schedule schedule = new Schedule(1000, 1, 0.01, 100, 0, 1, 0.9, 0.98, 2, 10, 1, 1);
    assertThat(Trainer.learningRate(schedule, 50)).isCloseTo(0.005, within(1e-12));
    assertThat(Trainer.learningRate(schedule, 100)).isCloseTo(0.01, within(1e-12));
    assertThat(Trainer.learningRate(schedule, 550)).isCloseTo(0.005, within(1e-12));
    assertThat(Trainer.learningRate(schedule, 1000)).isCloseTo(0, within(1e-12));
  }

  private static void assertSameWeights(Path one, Path other) throws IOException {
    List<Tensor> first = Safetensors.read(one.resolve("model.safetensors"));
    List<Tensor> second = Safetensors.read(other.resolve("model.safetensors"));
    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i).values()).containsExactly(first.get(i).values());
    }
  }

  private TrainSpec spec(String folder, int steps) {
    ArithmeticTask additions =
        new ArithmeticTask(
            "arithmetic", ArithmeticOptions.defaults().withOperations(Operation.ADD).withLevels(1));
    return new TrainSpec(
        "small",
        temp.resolve(folder).toString(),
        3,
        new Architecture(2, 32, 2, 1, 48, 64),
        List.of(new TaskShare(additions, 1)),
        new Schedule(steps, 16, 0.01, 5, 0.1, 1, 0.9, 0.98, 3, Math.min(10, steps / 2), 8, 1));
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Log implements TrainingProgress {
    private final int killAt;
    private final List<Provenance> provenances = new ArrayList<>();
    private final List<Double> heldOutLosses = new ArrayList<>();
    private final List<SortedMap<String, Double>> passRates = new ArrayList<>();
    private int resumedAt;

    Log(int killAt) {
      this.killAt = killAt;
    }

    @Override
    public void trained(int step, double loss, double learningRate, double tokensPerSecond) {
      assertThat(loss).isFinite();
    }

    @Override
    public void checkpoint(
        Provenance provenance, double heldOutLoss, SortedMap<String, Double> rates) {
      provenances.add(provenance);
      heldOutLosses.add(heldOutLoss);
      passRates.add(rates);
      if (provenance.step() >= killAt) {
        throw new Killed();
      }
    }

    @Override
    public void resumed(int step) {
      resumedAt = step;
    }
  }
}
