package org.galton.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.galton.environment.team.Role;
import org.galton.environment.team.TeamPlay;
import org.galton.environment.team.TeamTurn;
import org.galton.game.Style;
import org.galton.model.ComputeType;
import org.galton.model.Sampling;
import org.galton.model.llama.Checkpoint;
import org.galton.model.scripted.ScriptedPlayers;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.sweep.Framing;
import org.galton.sweep.Generation;
import org.galton.table.RolloutRow;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.team.TeamOptions;
import org.galton.task.team.TeamTask;
import org.galton.train.Architecture;
import org.galton.train.Provenance;
import org.galton.train.Schedule;
import org.galton.train.TaskShare;
import org.galton.train.TrainSpec;
import org.galton.train.Trainer;
import org.galton.train.TrainingProgress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings of a team's planner. */
final class TeamTrainingTest {
  private static final String PARTNER = "scripted:team?verifier=0.9";
  private static final String SPEC =
      """
      training: small
      seed: 5
      output: %%s
      start: %s
      tasks:
        - {name: sums, kind: team, environment: arithmetic/easy, style: marks, turns: 3, prompts: 64, roles: {executor: scripted:team, verifier: '%s'}}
      sampling: {max_tokens: 12}
      steps: 2
      prompts_per_step: 3
      rollouts: 4
      learning_rate: 0.001
      advantage: grpo
      loss: grpo
      clip_low: 0.2
      clip_high: 0.3
      aggregate: turn
      kl: 0.001
      filters: []
      checkpoints: 2
      machine: {threads: 1, slots: 64, batch_tokens: 4000}
      """;
  private static final TeamTask TASK =
      new TeamTask(
          "sums",
          TeamOptions.of("arithmetic/easy")
              .withStyle(Style.MARKS)
              .withTurns(3)
              .withRoles(Map.of("executor", "scripted:team", "verifier", PARTNER)));

  @TempDir private static Path shared;
  private static Path start;

  @TempDir private Path folder;

  /** 20,000 weights that have begun to learn what the roles say. */
  @BeforeAll
  static void trainTheStart() throws IOException {
    start =
        new Trainer(
                new TrainSpec(
                    "team",
                    shared.resolve("start").toString(),
                    3,
                    new Architecture(2, 32, 2, 1, 48, 512),
                    List.of(new TaskShare(TASK, 1)),
                    new Schedule(60, 8, 0.01, 5, 0.1, 1, 0.9, 0.98, 1, 60, 2, 1)),
                new Silence())
            .train();
  }

  private static final class Silence implements TrainingProgress {
    @Override
    public void trained(int step, double loss, double rate, double tokensPerSecond) {}

    @Override
    public void checkpoint(Provenance of, double heldOut, SortedMap<String, Double> rates) {}

    @Override
    public void resumed(int step) {}
  }

  @Test
  void thePlannersTurnsAreLearnedFromAndNoOthers() throws IOException {
    SmallTraining training = new SmallTraining(folder, SPEC.formatted(start, PARTNER));
    String[] measured = {"evaluate={every: 2, prompts: 4, rollouts: 2, split: test}"};
    List<TrainingStepRow> steps = training.run("undisturbed", measured);
    Map<String, Prompt> prompts = new HashMap<>();
    TASK.prompts(Split.TRAIN, 64, 5).forEach(prompt -> prompts.put(prompt.id(), prompt));
    List<RolloutRow> first =
        training.rollouts("undisturbed").stream()
            .filter(row -> row.generation().equals(generation()))
            .filter(row -> prompts.containsKey(row.promptId()))
            .toList();
    assertThat(first).as("the first step's, as a sweep draws them").hasSize(12);
    int planners = 0;
    int all = 0;
    double turns = 0;
    for (RolloutRow row : first) {
      TeamPlay work = TASK.work(prompts.get(row.promptId()), row.completion()).orElseThrow();
      turns += work.turn();
      for (TeamTurn turn : work.played()) {
        planners += turn.role() == Role.PLANNER ? turn.tokens().orElseThrow() : 0;
        all += turn.tokens().orElse(0);
      }
    }
    TrainingStepRow step = steps.get(0);
    assertThat(step.learning().tokensLearned()).isEqualTo(planners).isLessThan(all);
    assertThat(step.rollouts().tokensDrawn()).isEqualTo(all);
    assertThat(step.learning().ratioMax().orElseThrow()).isLessThan(1.001);
    assertThat(step.episodes().turnsMean().orElseThrow()).isCloseTo(turns / 12, within(1e-12));

    assertThatThrownBy(() -> training.runUntil(1, "killed", measured))
        .isInstanceOf(SmallTraining.Killed.class);
    training.run("killed", measured);
    assertThat(training.weights("killed", 2)).isEqualTo(training.weights("undisturbed", 2));
  }

  /** Of a sweep over the start with the same partners. */
  private static String generation() {
    return Generation.of(
            Checkpoint.open(start.toString()).card(),
            Sampling.untempered(12),
            new Framing.Raw(),
            ComputeType.FLOAT32,
            5)
        .with(
            new TreeMap<>(
                Map.of(
                    "executor",
                    ScriptedPlayers.card("scripted:team").digest(),
                    "verifier",
                    ScriptedPlayers.card(PARTNER).digest())))
        .id();
  }

  @Test
  void aPartnerThatIsNotThereIsRefused() {
    SmallTraining training = new SmallTraining(folder, SPEC.formatted(start, "scripted:nobody"));
    assertThatThrownBy(() -> training.run("none"))
        .hasMessageContaining("Cannot find scripted:nobody");
  }
}
