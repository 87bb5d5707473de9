package org.galton.train.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.source.Checkpoints;
import org.galton.spec.InvalidInput;
import org.galton.task.secret.SecretTask;
import org.galton.task.secret.SecretWorld;
import org.galton.train.TrainingVocabulary;
import org.galton.train.policy.LowRank;
import org.galton.train.policy.SmallCheckpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AdapterTrainingTest {
  private static final LlamaConfig LONG =
      new LlamaConfig(TrainingVocabulary.SIZE, 16, 2, 2, 1, 8, 24, 256, 1e-5, 10_000, true);

  @TempDir Path folder;

  private AdapterSpec spec(Path base, double rate) {
    return new AdapterSpec(
        folder.resolve("adapter").toString(),
        base.toString(),
        5,
        new LowRank(4, 8, LowRank.PROJECTIONS),
        new SecretTask("t", SecretWorld.TABOO, Optional.of("moon")),
        12,
        8,
        rate,
        1);
  }

  /** The base is as it was, and the adapter stands beside it. */
  @Test
  void learnsBesideItsBase() throws IOException {
    Path base = SmallCheckpoint.write(folder.resolve("base"), LONG, 3);
    String before = Checkpoint.open(base.toString()).card().digest();
    AdapterTraining.Trained trained = new AdapterTraining(spec(base, 0.02)).train();
    assertThat(trained.lastLoss()).isLessThan(0.9 * trained.firstLoss());
    assertThat(Checkpoint.open(base.toString()).card().digest()).isEqualTo(before);
    assertThat(new Checkpoints().card(base + "+adapter:" + trained.folder()).digest())
        .isNotEqualTo(before);
  }

  @Test
  void saysWhichRateBreaksTheWeights() throws IOException {
    Path base = SmallCheckpoint.write(folder.resolve("base"), LONG, 3);
    assertThatThrownBy(() -> new AdapterTraining(spec(base, 1e30)).train())
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("lower adapter.learning_rate from 1.0E30");
    assertThat(List.of(folder.toFile().list())).doesNotContain("adapter");
  }
}
