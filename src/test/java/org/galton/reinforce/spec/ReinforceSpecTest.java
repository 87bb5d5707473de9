package org.galton.reinforce.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.galton.reward.advantage.BatchAdvantage;
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
            new LearningPlan(1e-4, 0, new AdamWOptions(1, 0, 0.9, 0.95), 0, new KlPenalty(0)));
    assertThat(spec.objective())
        .isEqualTo(
            new ObjectivePlan(
                OutcomeReward.verdict(),
                new BatchAdvantage(),
                new CispoLoss(5),
                Aggregate.PROMPT,
                new FilterPlan(List.of(new ZeroVarianceFilter()), List.of(), Optional.empty())));
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
  void rateRisesInALineAndStays() {
    LearningPlan plan =
        new LearningPlan(0.1, 10, new AdamWOptions(1, 0, 0.9, 0.95), 0, new KlPenalty(0));
    assertThat(plan.rate(1)).isEqualTo(0.01);
    assertThat(plan.rate(10)).isEqualTo(0.1);
    assertThat(plan.rate(1000)).isEqualTo(0.1);
    assertThat(new LearningPlan(0.1, 0, plan.optimizer(), 0, plan.kl()).rate(1)).isEqualTo(0.1);
  }
}
