package org.galton.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.model.AdaptedModel;
import org.galton.model.ComputeType;
import org.galton.model.ModelCard;
import org.galton.model.Sampling;
import org.galton.model.llama.Checkpoint;
import org.galton.model.source.Checkpoints;
import org.galton.reinforce.row.TrainingEvaluationRow;
import org.galton.reinforce.row.TrainingGroupRow;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.reinforce.row.TrainingTables;
import org.galton.reinforce.row.TrainingTokensRow;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.galton.sweep.Framing;
import org.galton.sweep.Generation;
import org.galton.table.RolloutRow;
import org.galton.table.ScoreRow;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.TableFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("whole")
final class ReinforcementTest {
  private static final String SPEC =
      """
      training: small
      seed: 5
      output: %s
      start: builtin:abacus@517
      tasks: [{name: arithmetic, levels: [1], operations: [add], prompts: 12}]
      sampling: {max_tokens: 20}
      steps: 3
      prompts_per_step: 5
      rollouts: 6
      learning_rate: 0.001
      evaluate: {every: 2, prompts: 4, rollouts: 4}
      checkpoints: 2
      machine: {threads: 1, slots: 8, batch_tokens: 600}
      """;

  @TempDir private Path folder;

  private ReinforceSpec spec(String output, String... overrides) {
    return ReinforceSpec.read(
        new SpecSource("jobs/x.yaml", SPEC.formatted(folder.resolve(output)), List.of(overrides)),
        path -> {
          throw new IOException("no file is named");
        });
  }

  private static ReinforceResult run(ReinforceSpec spec, TrainingNews news) {
    return new Reinforcement(
            spec, new Configuration(), new Reinforcement.BuildVersions("test", "none"), news)
        .run();
  }

  /** Remembers what it is told, and dies after a step as if the process had been killed there. */
  private static final class Log implements TrainingNews {
    private final int last;
    private final List<TrainingStepRow> steps = new ArrayList<>();
    private final List<TrainingEvaluationRow> evaluations = new ArrayList<>();
    private int resumedAfter = -1;

    Log(int last) {
      this.last = last;
    }

    @Override
    public void resumed(int step) {
      resumedAfter = step;
    }

    @Override
    public void stepped(TrainingStepRow row, int of, double secondsLeft) {
      steps.add(row);
      if (row.step() == last) {
        throw new Killed();
      }
    }

    @Override
    public void evaluated(TrainingEvaluationRow row) {
      evaluations.add(row);
    }
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void factorsAreKeptAsAnAdapterOfTheStart() {
    ReinforceSpec spec =
        spec(
            "factors",
            "steps=1",
            "evaluate.every=0",
            "lora={rank: 2, alpha: 3, targets: [q_proj, down_proj], save: adapter}");
    ReinforceResult result = run(spec, new Log(-1));

    Path adapter = folder.resolve("factors/step-000001/adapter");
    assertThat(result.last()).isEqualTo(adapter).isDirectory();
    assertThat(adapter.resolveSibling("model.safetensors")).doesNotExist();
    ModelCard card =
        new Checkpoints().card(new AdaptedModel(spec.start(), adapter.toString()).name());
    ModelCard start = Checkpoint.open(spec.start()).card();
    assertThat(card.step()).hasValue(1);
    assertThat(card.trainingFlops()).isPresent();
    assertThat(card.parameters() - start.parameters()).isEqualTo(4 * 2 * (256 + 288 + 128));
  }

  @Test
  void everyStepLeavesItsAccountItsRolloutsAndTheirScores() throws IOException {
    ReinforceSpec spec = spec("whole");
    Log log = new Log(-1);
    ReinforceResult result = run(spec, log);

    assertThat(result.steps()).isEqualTo(3);
    assertThat(log.steps).extracting(TrainingStepRow::step).containsExactly(1, 2, 3);
    assertThat(log.evaluations).extracting(TrainingEvaluationRow::step).containsExactly(0, 2, 3);
    assertThat(log.evaluations.get(0).passRateChange().value()).hasValue(0);
    assertThat(log.evaluations.get(0).abstentionRate()).hasValue(0);
    assertThat(folder.resolve("whole/step-000002")).isDirectory();
    assertThat(result.last()).isEqualTo(folder.resolve("whole/step-000003")).isDirectory();

    OutputFolder output = output("whole");
    List<TrainingStepRow> stored =
        IntStream.rangeClosed(1, 3)
            .mapToObj(step -> output.ofTraining(TrainingTables.STEPS, "small", step))
            .flatMap(file -> file.rows(TrainingTables.STEPS.rows()).stream())
            .toList();
    assertThat(stored).isEqualTo(log.steps);
    Set<String> digests = new HashSet<>();
    for (TrainingStepRow step : stored) {
      digests.add(step.policyDigest());
      assertThat(step.rollouts().rollouts()).isEqualTo(30);
      assertThat(step.groups().prompts()).isEqualTo(5);
      if (step.learning().tokensLearned() > 0) {
        assertThat(step.learning().ratioMax().orElseThrow()).isCloseTo(1, within(1e-3));
        assertThat(step.learning().ratioMean().orElseThrow()).isCloseTo(1, within(1e-5));
      }
    }
    assertThat(digests).hasSize(3);

    List<RolloutRow> rollouts = rows(output, Table.ROLLOUTS);
    List<ScoreRow> scores = rows(output, Table.SCORES);
    assertThat(rollouts).hasSize(3 * 30 + 3 * 16);
    assertThat(rollouts.stream().map(ReinforcementTest::key).distinct()).hasSize(rollouts.size());
    assertThat(scores).hasSameSizeAs(rollouts);
    checkGroups(output, scores, stored);
    String ofSweep =
        Generation.of(
                Checkpoint.open(folder.resolve("whole/step-000002").toString()).card(),
                Sampling.untempered(20),
                new Framing.Raw(),
                ComputeType.FLOAT32,
                spec.seed())
            .id();
    assertThat(
            output.ofTraining(TrainingTables.GROUPS, "small", 3).rows(TrainingTables.GROUPS.rows()))
        .as("a sweep over the checkpoint finds the rollouts of the step that it drew")
        .extracting(TrainingGroupRow::generation)
        .containsOnly(ofSweep);
  }

  @Test
  void tokensAreKeptWhereTheSpecAsksForThem() throws IOException, SQLException {
    run(spec("tokens", "keep=[tokens]", "steps=1", "evaluate={every: 0}"), new Log(-1));
    OutputFolder output = output("tokens");
    TableFile file = output.ofTraining(TrainingTables.TOKENS, "small", 1);
    Map<String, TrainingTokensRow> tokens = new HashMap<>();
    for (TrainingTokensRow row : file.rows(TrainingTables.TOKENS.rows())) {
      tokens.put(row.promptId() + "-" + row.rolloutIndex(), row);
    }
    List<RolloutRow> rollouts = rows(output, Table.ROLLOUTS);
    assertThat(tokens).hasSameSizeAs(rollouts);
    for (RolloutRow rollout : rollouts) {
      TrainingTokensRow row = tokens.get(rollout.promptId() + "-" + rollout.rolloutIndex());
      assertThat(row.generation()).isEqualTo(rollout.generation());
      assertThat(row.promptTokenIds()).hasSize(rollout.promptTokens());
      assertThat(row.tokenIds()).hasSize(rollout.completionTokens());
      assertThat(row.logprobs().stream().mapToDouble(value -> value).sum())
          .isCloseTo(rollout.logprobSum(), within(1e-5));
      assertThat(row.entropies().stream().mapToDouble(value -> value).average().orElseThrow())
          .isCloseTo(rollout.entropyMean(), within(1e-6));
    }
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT sum(len(token_ids)), sum(list_sum(logprobs)) FROM read_parquet('%s')"
                    .formatted(folder.resolve("tokens") + "/training_tokens/*/*.parquet"))) {
      assertThat(found.next()).isTrue();
      assertThat(found.getLong(1))
          .isEqualTo(rollouts.stream().mapToLong(RolloutRow::completionTokens).sum());
      assertThat(found.getDouble(2))
          .isCloseTo(rollouts.stream().mapToDouble(RolloutRow::logprobSum).sum(), within(1e-3));
    }
  }

  /** A step's groups add up to its row, and point to the rollouts that they count. */
  private void checkGroups(
      OutputFolder output, List<ScoreRow> scores, List<TrainingStepRow> steps) {
    for (TrainingStepRow step : steps) {
      List<TrainingGroupRow> groups =
          output
              .ofTraining(TrainingTables.GROUPS, "small", step.step())
              .rows(TrainingTables.GROUPS.rows());
      assertThat(groups).hasSize(5);
      assertThat(groups.stream().filter(group -> group.outcome().equals("kept")))
          .hasSize(step.groups().groupsKept());
      int correct = 0;
      for (TrainingGroupRow group : groups) {
        List<ScoreRow> own =
            scores.stream()
                .filter(
                    score ->
                        score.generation().equals(group.generation())
                            && score.promptId().equals(group.promptId())
                            && score.rolloutIndex() >= group.firstRollout()
                            && score.rolloutIndex() < group.firstRollout() + group.rollouts())
                .toList();
        assertThat(own).hasSize(6);
        assertThat(own.stream().filter(score -> score.correct())).hasSize(group.correct());
        correct += group.correct();
      }
      assertThat(step.rollouts().verdictRate().orElseThrow())
          .isCloseTo(correct / 30.0, within(1e-12));
    }
  }

  @Test
  void killedRunGoesOnToTheSameWeightsAndTheSameRollouts() throws IOException {
    run(spec("undisturbed"), new Log(-1));
    for (int last : new int[] {1, 2}) {
      assertThatThrownBy(() -> run(spec("killed"), new Log(last))).isInstanceOf(Killed.class);
    }
    Log resumed = new Log(-1);
    run(spec("killed"), resumed);

    assertThat(resumed.resumedAfter).isEqualTo(2);
    assertThat(resumed.evaluations).extracting(TrainingEvaluationRow::step).containsExactly(2, 3);
    assertSameFile("step-000003/model.safetensors");
    assertThat(keys("killed")).isEqualTo(keys("undisturbed"));
    assertThat(resumed.evaluations.get(1).passRate())
        .isEqualTo(
            output("undisturbed")
                .ofTraining(TrainingTables.EVALUATIONS, "small", 3)
                .rows(TrainingTables.EVALUATIONS.rows())
                .get(0)
                .passRate());
  }

  /** The state is written last: killed before, a step that is already in the tables is repeated. */
  @Test
  void stepWhoseStateWasNotWrittenIsTakenAgainAndStoredOnce() throws IOException {
    run(spec("undisturbed"), new Log(-1));
    assertThatThrownBy(() -> run(spec("killed"), new Log(1))).isInstanceOf(Killed.class);
    Path state = folder.resolve("killed/training-state.safetensors");
    byte[] afterOne = Files.readAllBytes(state);
    assertThatThrownBy(() -> run(spec("killed"), new Log(2))).isInstanceOf(Killed.class);
    Files.write(state, afterOne);
    Log resumed = new Log(-1);
    run(spec("killed"), resumed);

    assertThat(resumed.resumedAfter).isEqualTo(1);
    assertSameFile("step-000003/model.safetensors");
    assertThat(keys("killed")).isEqualTo(keys("undisturbed"));
  }

  @Test
  void finishedTrainingHasNothingLeftToDoAndMoreStepsGoOn() {
    run(spec("more"), new Log(-1));
    Log again = new Log(-1);
    assertThat(run(spec("more"), again).steps()).isZero();
    assertThat(again.steps).isEmpty();
    Log longer = new Log(-1);
    assertThat(run(spec("more", "steps=4"), longer).steps()).isEqualTo(1);
    assertThat(longer.steps).extracting(TrainingStepRow::step).containsExactly(4);
  }

  @Test
  void moreRolloutsOfAnEvaluationAreDrawnBesideThoseThatAreThere() throws IOException {
    run(spec("wider", "steps=1"), new Log(-1));
    run(spec("wider", "steps=1", "evaluate.rollouts=7", "evaluate.prompts=5"), new Log(-1));

    List<RolloutRow> rollouts = rows(output("wider"), Table.ROLLOUTS);
    assertThat(rollouts.stream().map(ReinforcementTest::key).distinct()).hasSize(rollouts.size());
    assertThat(rollouts).hasSize(30 + 35 + 16);
    assertThat(rows(output("wider"), Table.SCORES)).hasSameSizeAs(rollouts);
  }

  @Test
  void otherTrainingIsNotContinued() {
    run(spec("other", "steps=1"), new Log(-1));
    assertThatThrownBy(() -> run(spec("other", "seed=6"), new Log(-1)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("differ from those that it began with; choose another output");
  }

  @Test
  void stepOfEqualRewardsChangesNoWeightAndSaysSo() throws IOException {
    Log log = new Log(-1);
    // The first checkpoint knows no answer within two tokens.
    run(spec("none", "sampling.max_tokens=2", "steps=1", "weight_decay=0.5"), log);

    TrainingStepRow step = log.steps.get(0);
    assertThat(step.groups().droppedAllWrong()).isEqualTo(5);
    assertThat(step.learning().tokensLearned()).isZero();
    assertThat(step.learning().gradientNorm()).isEmpty();
    run(spec("none", "sampling.max_tokens=2", "steps=3", "weight_decay=0.5"), log);
    assertThat(log.steps).hasSize(3);
    assertThat(log.steps)
        .extracting(TrainingStepRow::policyDigest)
        .containsOnly(step.policyDigest());
    List<RolloutRow> rollouts = rows(output("none"), Table.ROLLOUTS);
    assertThat(rollouts.stream().map(ReinforcementTest::key).distinct()).hasSize(rollouts.size());
  }

  @Test
  void stepThatIsNoNumberEndsTheRunAndKeepsTheStateBefore() throws IOException {
    run(spec("undisturbed"), new Log(-1));
    assertThatThrownBy(() -> run(spec("killed"), new Log(1))).isInstanceOf(Killed.class);
    Path state = folder.resolve("killed/training-state.safetensors");
    byte[] good = Files.readAllBytes(state);
    Log log = new Log(-1);
    assertThatThrownBy(() -> run(spec("killed", "learning_rate=1e38"), log))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot go on training at step 2: the loss is ")
        .hasMessageEndingWith("; the state after step 1 is kept; lower learning_rate");
    assertThat(log.steps).isEmpty();
    assertThat(Files.readAllBytes(state)).isEqualTo(good);

    run(spec("killed"), new Log(-1));
    assertSameFile("step-000003/model.safetensors");
    assertThat(keys("killed")).isEqualTo(keys("undisturbed"));
  }

  @Test
  void promptThatFitsNoContextEndsTheRun() {
    assertThatThrownBy(
            () ->
                run(
                    spec("long", "tasks.0.template=" + "x".repeat(140) + "{question}"),
                    new Log(-1)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("rollouts could be drawn, the first because: Cannot")
        .hasMessageContaining("the model's context is 128");
  }

  @Test
  void dynamicSamplingDrawsUntilTheBatchIsFull() {
    Log log = new Log(-1);
    run(spec("full", "filters=[dynamic]", "steps=1", "prompts_per_step=3"), log);
    TrainingStepRow step = log.steps.get(0);
    assertThat(step.groups().groupsKept()).isLessThanOrEqualTo(3);
    assertThat(step.groups().prompts()).isGreaterThan(3);
  }

  @Test
  void olderPolicyDrawsWhereTheSpecSaysSoAndAKilledRunStillFindsIt() throws IOException {
    String[] stale = {"staleness=2", "steps=5", "checkpoints=1", "evaluate.every=0", "kl=0.01"};
    Log log = new Log(-1);
    run(spec("undisturbed", stale), log);

    assertThat(log.steps).extracting(TrainingStepRow::staleness).containsExactly(0, 1, 2, 2, 2);
    String start = Checkpoint.open("builtin:abacus@517").card().digest();
    assertThat(log.steps)
        .extracting(TrainingStepRow::policyDigest)
        .containsExactly(start, start, start, digest(1), digest(2));
    assertThat(log.steps.get(1).learning().logRatioMean().orElseThrow()).isGreaterThan(1e-4);
    assertThat(log.steps.get(0).learning().kl().orElseThrow()).isCloseTo(0, within(1e-6));
    assertThat(log.steps.get(4).learning().kl().orElseThrow()).isPositive();

    assertThatThrownBy(() -> run(spec("killed", stale), new Log(4))).isInstanceOf(Killed.class);
    run(spec("killed", stale), new Log(-1));
    assertSameFile("step-000005/model.safetensors");
    assertThat(keys("killed")).isEqualTo(keys("undisturbed"));
  }

  private String digest(int step) {
    return Checkpoint.open(folder.resolve("undisturbed/step-00000" + step).toString())
        .card()
        .digest();
  }

  @Test
  void startThatIsNotThereIsRefusedBeforeAnythingIsWritten() {
    assertThatThrownBy(() -> run(spec("absent", "start=nowhere/step-1"), new Log(-1)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("Cannot read model nowhere/step-1: no such directory");
    assertThat(folder.resolve("absent")).doesNotExist();
  }

  private void assertSameFile(String name) throws IOException {
    assertThat(Files.readAllBytes(folder.resolve("killed").resolve(name)))
        .isEqualTo(Files.readAllBytes(folder.resolve("undisturbed").resolve(name)));
  }

  private OutputFolder output(String name) {
    return new OutputFolder(folder.resolve(name).toString(), new Configuration());
  }

  /** Rollouts with their texts; the names of models hold the folder. */
  private Set<String> keys(String name) throws IOException {
    List<RolloutRow> rows = rows(output(name), Table.ROLLOUTS);
    Set<String> keys = new HashSet<>();
    rows.forEach(row -> keys.add(key(row) + " " + row.completion()));
    assertThat(keys).hasSameSizeAs(rows);
    return keys;
  }

  private static String key(RolloutRow row) {
    return String.join(
        " ", row.generation(), row.task(), row.promptId(), Integer.toString(row.rolloutIndex()));
  }

  private static <R extends Record> List<R> rows(OutputFolder output, Table<R> table)
      throws IOException {
    Path root = Path.of(output.root().toString()).resolve(table.name());
    List<R> rows = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
        new TableFile(new org.apache.hadoop.fs.Path(file.toString()), new Configuration())
            .forEach(table.rows(), rows::add);
      }
    }
    return rows;
  }
}
