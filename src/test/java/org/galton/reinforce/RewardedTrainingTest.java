package org.galton.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.reinforce.row.TrainingEvaluationRow;
import org.galton.reinforce.row.TrainingGroupRow;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.reinforce.row.TrainingTables;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.reward.signal.Answered;
import org.galton.reward.signal.HybridReward;
import org.galton.reward.signal.JudgedRollout;
import org.galton.spec.InvalidInput;
import org.galton.spec.Section;
import org.galton.spec.SpecSource;
import org.galton.table.PromptRow;
import org.galton.table.RolloutRow;
import org.galton.table.ScoreRow;
import org.galton.table.Table;
import org.galton.table.store.FileName;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;
import org.galton.table.store.TableFile;
import org.galton.task.Judge;
import org.galton.task.JudgeKind;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small trainings by rewards that are more than a verdict. */
@Tag("slow")
final class RewardedTrainingTest {
  private static final String SPEC =
      """
      training: small
      seed: 5
      output: %s
      start: builtin:abacus@517
      tasks: [{name: arithmetic, levels: [1], operations: [add], prompts: 12}]
      sampling: {max_tokens: 20}
      steps: 2
      prompts_per_step: 5
      rollouts: 6
      learning_rate: 0.001
      machine: {threads: 1, slots: 8, batch_tokens: 600}
      reward: %s
      """;
  private static final String NOISY = "model: {kind: noisy, error: 0.25}";
  private static final String HYBRID = "{kind: hybrid, " + NOISY + "}";

  @TempDir private Path folder;

  private ReinforceSpec spec(String output, String reward, String... overrides) {
    return ReinforceSpec.read(
        new SpecSource(
            "jobs/x.yaml", SPEC.formatted(folder.resolve(output), reward), List.of(overrides)),
        path -> {
          throw new IOException("no file is named");
        });
  }

  /** Dies after a step as if the process had been killed there. */
  private record Watch(int last, List<TrainingStepRow> steps) implements TrainingNews {
    @Override
    public void resumed(int step) {
      assertThat(step).isPositive();
    }

    @Override
    public void stepped(TrainingStepRow row, int of, double secondsLeft) {
      steps.add(row);
      if (row.step() == last) {
        throw new IllegalStateException("killed");
      }
    }

    @Override
    public void evaluated(TrainingEvaluationRow row) {
      assertThat(row.prompts()).isPositive();
    }
  }

  private static List<TrainingStepRow> run(ReinforceSpec spec, int last) {
    Watch watch = new Watch(last, new ArrayList<>());
    new Reinforcement(
            spec, new Configuration(), new Reinforcement.BuildVersions("test", "none"), watch)
        .run();
    return watch.steps();
  }

  private OutputFolder output(String name) {
    return new OutputFolder(folder.resolve(name).toString(), new Configuration());
  }

  private List<ScoreRow> scores(String name, String scorerBegins) throws IOException {
    List<ScoreRow> rows = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder.resolve(name).resolve("scores"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
        new TableFile(new org.apache.hadoop.fs.Path(file.toString()), new Configuration())
            .forEach(Table.SCORES.rows(), rows::add);
      }
    }
    rows.removeIf(row -> !row.scorer().startsWith(scorerBegins));
    return rows;
  }

  private static String key(ScoreRow row) {
    return row.generation() + " " + row.promptId() + " " + row.rolloutIndex();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verdict",
        "{kind: shaped, limit: 20, margin: 16}",
        "{kind: model, " + NOISY + "}",
        HYBRID
      })
  void everyRewardMovesTheWeights(String reward) {
    List<TrainingStepRow> steps = run(spec("moved", reward), -1);
    assertThat(steps).hasSize(2);
    for (TrainingStepRow step : steps) {
      assertThat(step.learning().tokensLearned()).isPositive();
      assertThat(step.learning().gradientNorm().orElseThrow()).isPositive();
      assertThat(step.rollouts().modelAgreement().isPresent()).isEqualTo(reward.contains("noisy"));
      assertThat(step.rollouts().usualSpread().isPresent()).isEqualTo(reward.equals(HYBRID));
      assertThat(step.rollouts().taskVerdictRate()).isEmpty();
    }
    assertThat(steps.get(1).policyDigest()).isNotEqualTo(steps.get(0).policyDigest());
  }

  /** What an analyst computes from the tables alone. */
  @Test
  void rewardsOfAStepFollowFromTheStoredScores() throws IOException {
    List<TrainingStepRow> steps =
        run(spec("hybrid", "{kind: hybrid, verifier: {form: '[0-4].*'}, " + NOISY + "}"), -1);
    Map<String, ScoreRow> verdicts = new HashMap<>();
    Map<String, ScoreRow> models = new HashMap<>();
    Map<String, ScoreRow> own = new HashMap<>();
    scores("hybrid", "form/1{form=[0-4].*,of=arithmetic").forEach(r -> verdicts.put(key(r), r));
    scores("hybrid", "noisy/1{error=0.25,truth=arithmetic").forEach(r -> models.put(key(r), r));
    scores("hybrid", "arithmetic").forEach(row -> own.put(key(row), row));
    assertThat(verdicts).hasSameSizeAs(own).hasSameSizeAs(models).hasSize(60);

    HybridReward reward = HybridReward.withDefaults();
    for (TrainingStepRow step : steps) {
      List<List<JudgedRollout>> batch = new ArrayList<>();
      int agreed = 0;
      int right = 0;
      int rightByTask = 0;
      for (TrainingGroupRow group :
          output("hybrid")
              .ofTraining(TrainingTables.GROUPS, "small", step.step())
              .rows(TrainingTables.GROUPS.rows())) {
        List<JudgedRollout> rollouts = new ArrayList<>();
        for (int i = 0; i < group.rollouts(); i++) {
          String key =
              group.generation() + " " + group.promptId() + " " + (group.firstRollout() + i);
          ScoreRow verdict = verdicts.get(key);
          ScoreRow model = models.get(key);
          rollouts.add(
              JudgedRollout.of(verdict.correct() ? Answered.RIGHT : Answered.WRONG)
                  .withScore(model.reward()));
          agreed += verdict.correct().equals(model.reward() >= 0.5) ? 1 : 0;
          right += verdict.correct() ? 1 : 0;
          rightByTask += own.get(key).correct() ? 1 : 0;
          assertThat(verdict.correct() && !own.get(key).correct()).isFalse();
        }
        batch.add(rollouts);
      }
      double[] rewards = Stream.of(reward.of(batch)).flatMapToDouble(Arrays::stream).toArray();
      double mean = Arrays.stream(rewards).average().orElseThrow();
      double variance = Arrays.stream(rewards).map(r -> (r - mean) * (r - mean)).sum() / 30;
      reward = reward.after(batch);
      assertThat(step.rollouts().rewardMean().orElseThrow()).isCloseTo(mean, within(1e-12));
      assertThat(step.rollouts().rewardSd().orElseThrow())
          .isCloseTo(Math.sqrt(variance), within(1e-12));
      assertThat(step.rollouts().usualSpread()).isEqualTo(reward.usualSpread());
      assertThat(step.rollouts().modelAgreement().orElseThrow())
          .isCloseTo(agreed / 30.0, within(1e-12));
      assertThat(step.rollouts().verdictRate().orElseThrow())
          .isCloseTo(right / 30.0, within(1e-12));
      assertThat(step.rollouts().taskVerdictRate().orElseThrow())
          .isCloseTo(rightByTask / 30.0, within(1e-12));
    }
  }

  @Test
  void killedTrainingGoesOnWithTheSameScoresAndTheSameWeights() throws IOException {
    run(spec("undisturbed", HYBRID, "steps=3"), -1);
    assertThatThrownBy(() -> run(spec("killed", HYBRID, "steps=3"), 2)).hasMessage("killed");
    List<TrainingStepRow> rest = run(spec("killed", HYBRID, "steps=3"), -1);

    assertThat(rest).hasSize(1);
    String last = "step-000003/model.safetensors";
    assertThat(Files.readAllBytes(folder.resolve("killed").resolve(last)))
        .isEqualTo(Files.readAllBytes(folder.resolve("undisturbed").resolve(last)));
    Map<String, Double> scores = new HashMap<>();
    scores("undisturbed", "noisy").forEach(row -> scores.put(key(row), row.reward()));
    Map<String, Double> again = new HashMap<>();
    scores("killed", "noisy").forEach(row -> again.put(key(row), row.reward()));
    assertThat(again).isEqualTo(scores).hasSize(90);
  }

  @Test
  void rewardModelIsLearnedFromAnEarlierRunOnceAndKept() throws IOException {
    writeEarlierRun(spec("learned", "verdict").tasks().get(0).task().scorer());
    String learned = "{kind: hybrid, model: {kind: learned, from: %s}}";
    String reward = learned.formatted(folder.resolve("earlier"));
    List<TrainingStepRow> first = run(spec("learned", reward, "steps=1"), -1);
    assertThat(first.get(0).learning().tokensLearned()).isPositive();
    Path kept = folder.resolve("learned/reward-model.json");
    String model = Files.readString(kept);
    assertThat(model).contains("\"heldOut\"", "\"accuracy\"", "foreign_numbers");
    List<ScoreRow> scores = scores("learned", "learned/1{");
    assertThat(scores).hasSize(30).allMatch(row -> row.reward() > 0 && row.reward() < 1);
    assertThat(scores.stream().map(ScoreRow::reward).distinct().count()).isGreaterThan(5);

    Files.move(folder.resolve("earlier"), folder.resolve("elsewhere"));
    assertThat(run(spec("learned", reward), -1)).hasSize(1);
    assertThat(Files.readString(kept)).isEqualTo(model);
    assertThatThrownBy(() -> run(spec("other", reward), -1))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot learn a reward model from " + folder.resolve("earlier"))
        .hasMessageEndingWith("no such folder; name the output of an earlier run");
  }

  /** 64 prompts of 16 rollouts; a right one is surer than a wrong one more often than not. */
  private void writeEarlierRun(String scorer) {
    OutputFolder earlier = output("earlier");
    Partition partition = new Partition("m", "arithmetic", "g1");
    Random random = new Random(3);
    List<PromptRow> prompts = new ArrayList<>();
    List<RolloutRow> rollouts = new ArrayList<>();
    List<ScoreRow> verdicts = new ArrayList<>();
    for (int prompt = 0; prompt < 64; prompt++) {
      String id = "p" + prompt;
      prompts.add(new PromptRow("arithmetic", id, id, "1+" + prompt + "=", "1", Map.of()));
      for (int i = 0; i < 16; i++) {
        boolean right = random.nextBoolean();
        rollouts.add(
            new RolloutRow(
                "m",
                "arithmetic",
                "g1",
                id,
                i,
                "complete",
                "answer=" + i,
                4,
                5 + i / 2,
                (right ? -3 : -5) * random.nextDouble(),
                random.nextDouble(),
                "cpu",
                0.1,
                1,
                null));
        verdicts.add(
            new ScoreRow(
                "m",
                "arithmetic",
                "g1",
                scorer,
                id,
                i,
                "scored",
                "" + i,
                right,
                false,
                right ? 1.0 : 0.0,
                null,
                null,
                null,
                null,
                null,
                null));
      }
    }
    String name = FileName.drawn(0, "x");
    earlier
        .file(earlier.prompts("arithmetic"), "prompts-x")
        .publish(Table.PROMPTS, prompts, () -> {});
    earlier.file(earlier.rollouts(partition), name).publish(Table.ROLLOUTS, rollouts, () -> {});
    earlier.file(earlier.scores(partition, scorer), name).publish(Table.SCORES, verdicts, () -> {});
  }

  @Test
  void policyIsMeasuredByTheTasksOwnJudgeWhateverTheVerifierIs() throws IOException {
    String none = "{kind: verdict, verifier: {form: none}}";
    String[] measured = {"steps=1", "evaluate={every: 1, prompts: 4, rollouts: 16}"};
    List<TrainingStepRow> steps = run(spec("measured", none, measured), -1);
    assertThat(steps.get(0).rollouts().verdictRate()).isEqualTo(OptionalDouble.of(0));
    assertThat(steps.get(0).groups().droppedAllWrong()).isEqualTo(5);
    TrainingEvaluationRow start =
        output("measured")
            .ofTraining(TrainingTables.EVALUATIONS, "small", 0)
            .rows(TrainingTables.EVALUATIONS.rows())
            .get(0);
    assertThat(start.passRate().value().orElseThrow()).isPositive();
    assertThat(scores("measured", "form")).hasSize(30);
    assertThat(scores("measured", "arithmetic")).hasSize(30 + 64);
  }

  @Test
  void judgeWhoseScoreIsOutOfRangeEndsTheRunAndKeepsTheStateBefore() throws IOException {
    run(spec("kept", HYBRID, "steps=1"), -1);
    Path state = folder.resolve("kept/training-state.safetensors");
    byte[] good = Files.readAllBytes(state);
    Thread here = Thread.currentThread();
    ClassLoader before = here.getContextClassLoader();
    here.setContextClassLoader(new WithGenerousJudge(before, folder));
    try {
      ReinforceSpec generous = spec("kept", "{kind: model, model: {judge: generous}}");
      assertThatThrownBy(() -> run(generous, -1))
          .isInstanceOf(InvalidInput.class)
          .hasMessageStartingWith(
              "Cannot go on training at step 2: the reward model's score of rollout ")
          .hasMessageEndingWith(
              " is 7.0, expected 0.0 to 1.0; the state after step 1 is kept; correct what gives"
                  + " the reward");
    } finally {
      here.setContextClassLoader(before);
    }
    assertThat(Files.readAllBytes(state)).isEqualTo(good);
    assertThat(run(spec("kept", HYBRID), -1)).hasSize(1);
  }

  @Test
  void judgeThatCannotUseTheReferencesIsRefusedBeforeAnythingIsDrawn() {
    ReinforceSpec spec = spec("unfit", "{kind: verdict, verifier: {judge: choice, letters: A-D}}");
    assertThatThrownBy(() -> run(spec, -1))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot reward task arithmetic by judge ")
        .hasMessageContaining("12 of 12 references are none that it can use, expected ");
    assertThat(folder.resolve("unfit/rollouts")).doesNotExist();
  }

  /** Finds a judge as in a jar of the user's. */
  private static final class WithGenerousJudge extends ClassLoader {
    private static final String SERVICE = "META-INF/services/" + JudgeKind.class.getName();
    private final Path file;

    WithGenerousJudge(ClassLoader parent, Path folder) throws IOException {
      super(parent);
      this.file = Files.writeString(folder.resolve("kinds"), GenerousKind.class.getName());
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      List<URL> found = Collections.list(super.getResources(name));
      if (name.equals(SERVICE)) {
        found.add(URI.create(file.toUri().toString()).toURL());
      }
      return Collections.enumeration(found);
    }
  }

  /** Gives more than there is. */
  public record GenerousJudge() implements Judge {
    @Override
    public String scorer() {
      return "generous/1";
    }

    @Override
    public String expectedReference() {
      return "a text";
    }

    @Override
    public boolean accepts(Prompt prompt) {
      return true;
    }

    @Override
    public Verdict judge(Prompt prompt, String completion) {
      return new Verdict("x", true, false, 7);
    }
  }

  /** Its kind. */
  public static final class GenerousKind implements JudgeKind<GenerousJudge> {
    @Override
    public String name() {
      return "generous";
    }

    @Override
    public Class<GenerousJudge> type() {
      return GenerousJudge.class;
    }

    @Override
    public GenerousJudge read(Section section) {
      return new GenerousJudge();
    }

    @Override
    public Map<String, Object> written(GenerousJudge judge) {
      return Map.of();
    }
  }
}
