package org.galton.reinforce.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.galton.reward.advantage.ReturnAdvantage;
import org.galton.reward.advantage.ReturnNormalised;
import org.galton.reward.signal.EpisodeReward;
import org.galton.reward.signal.OutcomeReward;
import org.galton.reward.signal.OverlongPenalty;
import org.galton.reward.signal.ShapedReward;
import org.galton.reward.signal.ToolReward;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.junit.jupiter.api.Test;

/** Trainings in environments, as specs write them. */
final class EpisodeSpecTest {
  private static final String TASK =
      "tasks=[{name: sums, kind: environment, environment: arithmetic/easy, style: marks}]";
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

  private static ReinforceSpec read(String... overrides) {
    return parse(SMALL, overrides);
  }

  private static ReinforceSpec parse(String text, String... overrides) {
    return ReinforceSpec.read(
        new SpecSource("jobs/x.yaml", text, List.of(overrides)),
        path -> {
          throw new IOException("no file is named");
        });
  }

  private static List<String> problems(String... overrides) {
    return catchThrowableOfType(InvalidInput.class, () -> read(overrides)).problems();
  }

  @Test
  void advantagesOfTurnsFilterNothingUnlessToldTo() {
    ObjectivePlan plan = read(TASK, "advantage=rebn", "reward=episode").objective();
    assertThat(plan.advantage()).isEqualTo(new ReturnNormalised());
    assertThat(plan.reward().reward()).isEqualTo(new EpisodeReward());
    assertThat(plan.filters().groups()).isEmpty();
    assertThat(
            read(TASK, "advantage=reinforce", "filters=[zero_variance]")
                .objective()
                .filters()
                .groups())
        .hasSize(1);
    assertThat(read("advantage=reinforce_mean").objective().advantage())
        .as("a completion is an episode of one turn")
        .isEqualTo(ReturnAdvantage.lessTheMean());
  }

  @Test
  void rewardOfToolsHasItsKeysAloneAndWithAPenaltyOfLength() {
    assertThat(read(TASK, "reward={kind: tools, bonus: 0}").objective().reward().reward())
        .isEqualTo(ToolReward.withDefaults().withoutBonus());
    assertThat(
            read(TASK, "reward={kind: shaped, of: tools, effort: 0.2, limit: 40, margin: 10}")
                .objective()
                .reward()
                .reward())
        .isEqualTo(new ShapedReward(new ToolReward(0.1, 0.2, -0.6), OverlongPenalty.of(40, 10)));
    assertThat(read("reward={kind: shaped, limit: 40}").objective().reward().reward())
        .isEqualTo(new ShapedReward(OutcomeReward.signedVerdict(), OverlongPenalty.of(40, 8)));
  }

  @Test
  void isReadAgainAsItIsWritten() throws IOException {
    for (String reward :
        List.of("episode", "{kind: tools}", "{kind: shaped, of: tools, limit: 200}", "verdict")) {
      for (String advantage : List.of("grpo", "rebn", "reinforce", "reinforce_mean")) {
        ReinforceSpec spec = read(TASK, "reward=" + reward, "advantage=" + advantage);
        assertThat(parse(spec.toYaml())).isEqualTo(spec);
      }
    }
    ReinforceSpec shipped = parse(Files.readString(Path.of("jobs/studies/guess-the-number.yaml")));
    assertThat(parse(shipped.toYaml())).isEqualTo(shipped);
  }

  @Test
  void rewardsOfEnvironmentsAreRefusedForOtherTasks() {
    assertThat(problems("reward=episode"))
        .singleElement()
        .asString()
        .contains("'reward' is 'episode', and task countdown is no environment");
    assertThat(problems("reward={kind: shaped, of: tools, limit: 40}"))
        .singleElement()
        .asString()
        .contains("'reward' is 'tools', and task countdown is no environment");
  }

  @Test
  void whatIsOfOneCompletionIsRefusedForEpisodes() {
    assertThat(problems(TASK, "interruption={text: x, after: [1, 2]}"))
        .anyMatch(one -> one.contains("'interruption' and a task of kind environment"));
    assertThat(problems(TASK, "drawing={kind: executors, shares: 2}"))
        .anyMatch(one -> one.contains("episodes are played by the driver"));
    assertThat(problems(TASK, "keep=[tokens]"))
        .anyMatch(one -> one.contains("training_tokens has a row for one completion"));
    assertThat(problems(TASK, "filters=[degenerate]"))
        .anyMatch(one -> one.contains("'degenerate' looks at one completion"));
    assertThat(problems(TASK, "reward={kind: shaped, limit: 1000, margin: 10}"))
        .anyMatch(one -> one.contains("none is longer than all its turns, 256"));
  }
}
