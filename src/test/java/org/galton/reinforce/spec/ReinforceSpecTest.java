package org.galton.reinforce.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.galton.model.Request;
import org.galton.model.llama.decoding.HeadType;
import org.galton.reinforce.budget.RateSource;
import org.galton.reinforce.budget.TrainingBudget;
import org.galton.reinforce.signal.RewardPlan;
import org.galton.reward.advantage.BatchAdvantage;
import org.galton.reward.budget.KnapsackRule;
import org.galton.reward.budget.RolloutBounds;
import org.galton.reward.filter.DynamicSampling;
import org.galton.reward.filter.ZeroVarianceFilter;
import org.galton.reward.loss.Aggregate;
import org.galton.reward.loss.CispoLoss;
import org.galton.reward.loss.ClipRange;
import org.galton.reward.loss.ClippedLoss;
import org.galton.reward.loss.KlPenalty;
import org.galton.reward.signal.OutcomeReward;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.galton.task.Split;
import org.galton.train.AdamWOptions;
import org.galton.train.policy.LowRank;
import org.junit.jupiter.api.Test;

final class ReinforceSpecTest {
  private static final String SMALL =
      """
      training: tiny
      output: runs/tiny
      seed: 1
      start: builtin:abacus@1547
      tasks: [{name: countdown}]
      sampling: {max_tokens: 64}
      steps: 200
      """;

  private static ReinforceSpec read(String text, String... overrides) {
    return ReinforceSpec.read(
        new SpecSource("jobs/x.yaml", text, List.of(overrides)),
        path -> {
          throw new IOException("no file is named");
        });
  }

  private static List<String> problems(String... overrides) {
    return catchThrowableOfType(InvalidInput.class, () -> read(SMALL, overrides)).problems();
  }

  @Test
  void fillsInTheDefaults() {
    ReinforceSpec spec = read(SMALL);
    assertThat(spec.promptsPerStep()).isEqualTo(48);
    assertThat(spec.rollouts()).isEqualTo(16);
    assertThat(spec.tasks().get(0).prompts()).isEqualTo(4096);
    assertThat(spec.tasks().get(0).split()).isEqualTo(Split.TRAIN);
    assertThat(spec.learning())
        .isEqualTo(
            new LearningPlan(
                1e-4,
                0,
                new AdamWOptions(1, 0, 0.9, 0.95),
                0,
                new KlPenalty(0),
                Optional.empty(),
                CheckpointForm.MERGED));
    assertThat(spec.objective())
        .isEqualTo(
            new ObjectivePlan(
                RewardPlan.of(OutcomeReward.verdict()),
                new BatchAdvantage(),
                new CispoLoss(5),
                Aggregate.PROMPT,
                new FilterPlan(
                    List.of(new ZeroVarianceFilter()),
                    List.of(),
                    Optional.empty(),
                    Optional.empty())));
    assertThat(spec.evaluation()).isEqualTo(new EvaluationPlan(0, 64, 16, Split.VALIDATION));
    assertThat(spec.checkpointEvery()).isEqualTo(20);
    assertThat(spec.machine()).isEqualTo(new MachinePlan(2, 128, 16_384));
  }

  @Test
  void isReadAgainAsItIsWritten() throws IOException {
    for (String loss : List.of("reinforce", "grpo", "dapo", "gspo", "cispo")) {
      ReinforceSpec spec =
          read(SMALL, "loss=" + loss, "filters=[dynamic, overlong, no_positive_resampling]");
      assertThat(read(spec.toYaml())).isEqualTo(spec);
    }
    ReinforceSpec shipped = read(Files.readString(Path.of("jobs/reinforce-countdown.yaml")));
    assertThat(read(shipped.toYaml())).isEqualTo(shipped);
  }

  @Test
  void lossHasKeysOfItsOwn() {
    ReinforceSpec spec = read(SMALL, "loss=dapo", "clip_high=0.35");
    assertThat(spec.objective().loss())
        .isEqualTo(ClippedLoss.dapo().with(new ClipRange(0.2, 0.35)));
    assertThat(spec.objective().filters().refill()).isEmpty();
    assertThat(read(SMALL, "filters=[dynamic]").objective().filters().refill())
        .contains(DynamicSampling.withDefaults());
    assertThat(problems("loss=dapo", "eps_max=5")).anyMatch(one -> one.contains("'eps_max'"));
  }

  @Test
  void lowRankFactorsHaveDefaultsAndKnownTargets() {
    assertThat(read(SMALL, "lora={rank: 4}").learning().lowRank())
        .contains(new LowRank(4, 8, LowRank.PROJECTIONS));
    ReinforceSpec spec =
        read(SMALL, "lora={rank: 2, alpha: 3, targets: [q_proj, v_proj], save: both}");
    assertThat(read(spec.toYaml())).isEqualTo(spec);
    assertThat(spec.learning().checkpoints()).isEqualTo(CheckpointForm.BOTH);
    assertThat(problems("lora={save: all}"))
        .singleElement()
        .asString()
        .contains("'save' is 'all': expected one of merged, adapter, both");
    assertThat(problems("lora={targets: [q_prj]}"))
        .singleElement()
        .asString()
        .contains("q_prj", "one of q_proj, k_proj, v_proj, o_proj, gate_proj, up_proj, down_proj");
    assertThat(problems("lora={rank: 0}")).singleElement().asString().contains("'rank'");
    assertThat(problems("lora={targets: []}")).isNotEmpty();
  }

  @Test
  void workIsDoneByTheDriverOrByExecutors() {
    assertThat(read(SMALL).placement()).isEqualTo(Placement.onDriver());
    assertThat(read(SMALL).placement().needsSpark()).isFalse();
    assertThat(read(SMALL, "learner=driver", "drawing={kind: driver}").placement())
        .isEqualTo(Placement.onDriver());
    ReinforceSpec spec =
        read(SMALL, "learner={kind: executors, shares: 4, device: gpu}", "drawing=driver");
    assertThat(spec.placement())
        .isEqualTo(
            new Placement(
                new WorkPlace.Driver(), new WorkPlace.Executors(4, WorkPlace.Device.GPU)));
    assertThat(spec.placement().needsSpark()).isTrue();
    assertThat(read(spec.toYaml())).isEqualTo(spec);

    assertThat(problems("learner=executors"))
        .containsExactly(
            "Cannot read --set learner=executors: 'learner' is 'executors': expected 'driver', or a"
                + " mapping such as {kind: executors, shares: 4}");
    assertThat(problems("drawing.kind=executors"))
        .singleElement()
        .asString()
        .contains("missing key 'shares': expected a whole number from 1 to 65,536");
    assertThat(problems("learner={kind: executors, shares: 0}"))
        .singleElement()
        .asString()
        .contains("'shares' is '0': expected a whole number from 1 to 65,536");
    assertThat(problems("learner={kind: driver, shares: 2}"))
        .singleElement()
        .asString()
        .contains("unknown key 'shares': expected one of kind");
    assertThat(problems("learner={kind: executor, shares: 2}"))
        .anyMatch(one -> one.contains("did you mean 'executors'?"));
  }

  @Test
  void filteredSamplingIsRefused() {
    assertThat(problems("sampling.top_p=0.9"))
        .containsExactly(
            "Cannot read --set sampling.top_p=0.9: 'top_p' filters tokens in a training: expected 1"
                + " or no key, as tokens outside of a filter have no ratio");
    assertThat(
            problems("sampling.sampler.kind=best_of", "sampling.sampler.candidates=2").toString())
        .contains("'sampler' searches in a training");
    assertThat(problems("sampling.top_k=5", "sampling.min_p=0.1")).hasSize(2);
    assertThat(problems("sampling.temperature=0"))
        .singleElement()
        .asString()
        .contains("'temperature' is 0 in a training: expected above 0");
  }

  @Test
  void whatCannotBeTrainedOnIsRefused() {
    assertThat(problems("tasks=[{name: group-search}]"))
        .anyMatch(one -> one.contains("a game of many turns: expected a task of one completion"));
    assertThat(problems("tasks.0.split=test")).anyMatch(one -> one.contains("unknown key 'split'"));
    assertThat(problems("evaluate={every: 5, split: train}"))
        .anyMatch(one -> one.contains("Invalid split train"));
    assertThat(problems("tasks.0.prompts=8"))
        .anyMatch(
            one ->
                one.contains(
                    "Invalid prompts_per_step 48: expected at most the 8 training prompts"));
    assertThat(problems("rollouts=1")).anyMatch(one -> one.contains("from 2 to"));
    assertThat(problems("prompts_per_stepp=5")).anyMatch(one -> one.contains("prompts_per_step"));
  }

  @Test
  void budgetIsAWordOrAMapping() throws IOException {
    assertThat(read(SMALL).budget()).isEqualTo(TrainingBudget.uniform());
    assertThat(read(SMALL, "budget=knapsack").budget()).isEqualTo(TrainingBudget.knapsack());
    assertThat(
            read(SMALL, "budget={rule: knapsack, per_prompt: [4, 64], p_hat: posterior}").budget())
        .isEqualTo(
            new TrainingBudget(
                KnapsackRule.withDefaults(), new RolloutBounds(4, 64), RateSource.POSTERIOR));
    for (String budget : List.of("uniform", "knapsack", "{rule: knapsack, per_prompt: [3, 16]}")) {
      ReinforceSpec spec = read(SMALL, "budget=" + budget);
      assertThat(read(spec.toYaml())).isEqualTo(spec);
    }
    ReinforceSpec uniform = read(Files.readString(Path.of("jobs/studies/knapsack-uniform.yaml")));
    ReinforceSpec knapsack =
        read(
            Files.readString(Path.of("jobs/studies/knapsack.yaml")),
            "budget=uniform",
            "training=" + uniform.training(),
            "output=" + uniform.output());
    assertThat(knapsack).as("the arms differ in the budget alone").isEqualTo(uniform);
  }

  @Test
  void budgetThatFitsNoBoundsIsRefusedWhereItStands() {
    String text = SMALL + "rollouts: 16\nbudget:\n  rule: knapsack\n  per_prompt: [20, 64]\n";
    assertThat(catchThrowableOfType(InvalidInput.class, () -> read(text)).problems())
        .containsExactly(
            "Cannot read jobs/x.yaml line 11: 'budget' divides 768 rollouts, 16 for each of 48"
                + " prompts in the mean: expected at least 960, 20 for each; change 'rollouts' or"
                + " 'per_prompt'");
    assertThat(problems("rollouts=200", "budget=knapsack"))
        .containsExactly(
            "Cannot read --set budget=knapsack: 'budget' divides 9600 rollouts, 200 for each of 48"
                + " prompts in the mean: expected at most 6144, 128 for each; change 'rollouts' or"
                + " 'per_prompt'");
    assertThat(problems("budget={rule: knapsack, per_prompt: [64, 2]}"))
        .containsExactly(
            "Cannot read --set budget={rule: knapsack, per_prompt: [64, 2]}: 'per_prompt' is [64,"
                + " 2]: expected the fewest and the most rollouts of a prompt, such as [2, 64]");
    assertThat(problems("budget=napsack")).anyMatch(one -> one.contains("did you mean"));
    assertThat(problems("budget={per_prompt: [2, 64]}"))
        .anyMatch(one -> one.contains("missing key 'rule'"));
  }

  @Test
  void interruptionHasATextAndAPlace() throws IOException {
    assertThat(read(SMALL).interruption()).isEmpty();
    ReinforceSpec spec = read(SMALL, "interruption={text: \"\\nanswer=\", after: [20, 40]}");
    assertThat(spec.interruption()).contains(new InterruptionPlan("\nanswer=", 20, 40));
    assertThat(read(spec.toYaml())).isEqualTo(spec);
    assertThat(problems("interruption={text: x, after: [20, 64]}"))
        .singleElement()
        .asString()
        .endsWith(
            "'after' is [20, 64], but no completion has more than 64 tokens: expected at most 63");
    assertThat(problems("interruption={text: x, after: [40, 20]}"))
        .anyMatch(one -> one.contains("the fewest and the most tokens before the text"));
    assertThat(problems("interruption={text: axb, after: [2, 4]}", "sampling.stop=[x]"))
        .anyMatch(one -> one.contains("'text' holds one of sampling.stop"));
    assertThat(problems("interruption={text: x}"))
        .anyMatch(one -> one.contains("missing key 'after'"));
  }

  @Test
  void headIsATypeForBothOrAMappingOfTheTwo() {
    assertThat(read(SMALL).head()).isEqualTo(new HeadPlan(HeadType.FLOAT32, HeadType.FLOAT32));
    assertThat(read(SMALL, "head=bfloat16").head())
        .isEqualTo(new HeadPlan(HeadType.BFLOAT16, HeadType.BFLOAT16));
    for (String drawing : List.of("float32", "bfloat16")) {
      for (String learning : List.of("float32", "bfloat16")) {
        ReinforceSpec spec =
            read(SMALL, "head={drawing: %s, learning: %s}".formatted(drawing, learning));
        assertThat(read(spec.toYaml())).isEqualTo(spec);
      }
    }
    assertThat(read(SMALL, "head={drawing: bfloat16}").head())
        .isEqualTo(new HeadPlan(HeadType.BFLOAT16, HeadType.FLOAT32));

    assertThat(problems("head=float16"))
        .containsExactly(
            "Cannot read --set head=float16: 'head' is 'float16': expected float32, bfloat16, or a"
                + " mapping such as {drawing: bfloat16, learning: float32} (did you mean"
                + " 'bfloat16'?)");
    assertThat(problems("head={learning: double}"))
        .containsExactly(
            "Cannot read --set head={learning: double}: 'learning' is 'double': expected one of"
                + " float32, bfloat16");
    assertThat(problems("head={learner: bfloat16}"))
        .singleElement()
        .asString()
        .contains("unknown key 'learner'");
  }

  @Test
  void rolloutsThatNoSweepDrawsAreNamedByWhatSetsThemApart() {
    assertThat(read(SMALL).rolloutForm()).isEqualTo(RolloutForm.PLAIN);
    assertThat(read(SMALL, "head.learning=bfloat16").rolloutForm()).isEqualTo(RolloutForm.PLAIN);
    String text = "interruption={text: x, after: [2, 4]}";
    assertThat(
            Stream.of(
                    read(SMALL),
                    read(SMALL, text),
                    read(SMALL, "head=bfloat16"),
                    read(SMALL, "head=bfloat16", text))
                .map(spec -> spec.rolloutForm().sampler()))
        .containsExactly(
            "counter/1",
            "counter/1 interrupted/1 2 4 x",
            "counter/1 head/1 bfloat16",
            "counter/1 head/1 bfloat16 interrupted/1 2 4 x");
  }

  @Test
  void placeOfAnInterruptionIsFixedByTheRolloutAndAnywhereInItsRange() {
    InterruptionPlan plan = new InterruptionPlan("x", 3, 6);
    int[] places = new int[7];
    for (int seed = 0; seed < 4000; seed++) {
      Request request = new Request(seed, "2+3=", seed);
      Request closed = plan.interrupted(request);
      assertThat(closed).isEqualTo(plan.interrupted(request));
      places[closed.interruption().after()]++;
    }
    assertThat(Arrays.copyOf(places, 3)).containsOnly(0);
    for (int count : Arrays.copyOfRange(places, 3, 7)) {
      assertThat(count).isBetween(881, 1119);
    }
    assertThat(plan.sampler("")).isNotEqualTo(new InterruptionPlan("x", 3, 7).sampler(""));
  }

  @Test
  void rateRisesInALineAndStays() {
    LearningPlan plan = learning(10);
    assertThat(plan.rate(1)).isEqualTo(0.01);
    assertThat(plan.rate(10)).isEqualTo(0.1);
    assertThat(plan.rate(1000)).isEqualTo(0.1);
    assertThat(learning(0).rate(1)).isEqualTo(0.1);
  }

  private static LearningPlan learning(int warmup) {
    return new LearningPlan(
        0.1,
        warmup,
        new AdamWOptions(1, 0, 0.9, 0.95),
        0,
        new KlPenalty(0),
        Optional.empty(),
        CheckpointForm.MERGED);
  }
}
