package org.galton.reinforce.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.galton.reinforce.signal.RewardModel;
import org.galton.reinforce.signal.RewardPlan;
import org.galton.reinforce.signal.VerdictSource;
import org.galton.reward.signal.HybridReward;
import org.galton.reward.signal.ModelReward;
import org.galton.reward.signal.OutcomeReward;
import org.galton.reward.signal.OverlongPenalty;
import org.galton.reward.signal.ShapedReward;
import org.galton.reward.signal.SpreadWeight;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecKey;
import org.galton.spec.SpecSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RewardSpecTest {
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
  private static final String HYBRID =
      """
      reward:
        kind: hybrid
        model: {kind: noisy, error: 0.2}
      """;

  private static ReinforceSpec read(String text, String... overrides) {
    return ReinforceSpec.read(
        new SpecSource("jobs/x.yaml", text, List.of(overrides)),
        path -> {
          throw new IOException("no file is named");
        });
  }

  private static RewardPlan reward(String keys) {
    return read(SMALL + "reward: " + keys + "\n").objective().reward();
  }

  private static List<String> problems(String text, String... overrides) {
    return catchThrowableOfType(InvalidInput.class, () -> read(text, overrides)).problems();
  }

  @Test
  void hybridRewardHasTheDefaultsOfItsPaper() {
    assertThat(read(SMALL + HYBRID).objective().reward())
        .isEqualTo(
            new RewardPlan(
                HybridReward.withDefaults(),
                new VerdictSource.OfTask(),
                Optional.of(new RewardModel.Noisy(0.2, new VerdictSource.OfTask()))));
    HybridReward main =
        (HybridReward)
            read(SMALL + HYBRID, "reward.weights=main_text").objective().reward().reward();
    assertThat(main.weight()).isEqualTo(SpreadWeight.ofMainText());
  }

  @Test
  void wordAndMappingAreTheSame() {
    assertThat(reward("ternary")).isEqualTo(RewardPlan.of(OutcomeReward.ternary()));
    assertThat(reward("{kind: ternary}")).isEqualTo(reward("ternary"));
    assertThat(read(SMALL + HYBRID, "reward=verdict_signed").objective().reward())
        .isEqualTo(RewardPlan.of(OutcomeReward.signedVerdict()));
    assertThat(read(SMALL).objective().reward()).isEqualTo(RewardPlan.of(OutcomeReward.verdict()));
  }

  @Test
  void shapedRewardPunishesLength() {
    assertThat(reward("{kind: shaped, limit: 60}").reward())
        .isEqualTo(new ShapedReward(OutcomeReward.signedVerdict(), OverlongPenalty.of(60, 12)));
    assertThat(reward("{kind: shaped, of: verdict, limit: 64, margin: 30, factor: 0.5}").reward())
        .isEqualTo(new ShapedReward(OutcomeReward.verdict(), new OverlongPenalty(64, 30, 0.5)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ternary",
        "{kind: verdict, verifier: {form: '[^*/]*'}}",
        "{kind: shaped, limit: 64, margin: 20, verifier: {judge: exact, ignore_case: true}}",
        "{kind: model, model: {kind: noisy, error: 0.1, truth: {judge: regex, pattern: '(.*)'}}}",
        "{kind: model, model: {judge: text}}",
        "{kind: model, model: {kind: learned, from: runs/earlier}}",
        "{kind: hybrid, model: {kind: noisy, error: 0.1}, alpha: 0.1, beta: 0.2, alone: middle,"
            + " weights: main_text, steepness: 3, memory: 0.5, verifier: {form: x}}"
      })
  void isReadAgainAsItIsWritten(String keys) {
    ReinforceSpec spec = read(SMALL + "reward: " + keys + "\n");
    assertThat(read(spec.toYaml())).isEqualTo(spec);
  }

  @Test
  void armsOfTheStudyDifferInTheirRewardAlone() throws IOException {
    ReinforceSpec first = read(Files.readString(Path.of("jobs/studies/hero-verifier.yaml")));
    try (Stream<Path> found = Files.list(Path.of("jobs/studies"))) {
      List<Path> arms =
          found.filter(path -> path.getFileName().toString().startsWith("hero-")).toList();
      assertThat(arms).hasSizeGreaterThanOrEqualTo(5);
      for (Path arm : arms) {
        ReinforceSpec spec = read(Files.readString(arm));
        assertThat(read(spec.toYaml())).isEqualTo(spec);
        assertThat(spec.evaluation()).isEqualTo(first.evaluation());
        assertThat(spec.learning()).isEqualTo(first.learning());
        assertThat(spec.tasks()).isEqualTo(first.tasks());
        assertThat(spec.seed()).isEqualTo(first.seed());
        assertThat(spec.output()).isEqualTo("runs/" + spec.training());
      }
    }
    assertThat(read(Files.readString(Path.of("jobs/studies/hero-model.yaml"))).objective().reward())
        .extracting(RewardPlan::reward)
        .isEqualTo(new ModelReward());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alpha: 0 | line 8: Invalid alpha 0.0: expected a finite number above 0",
        "beta: -1 | line 8: Invalid beta -1.0: expected a finite number above 0",
        "{alpha: 0.5, beta: 0.5} | line 8: Invalid alpha + beta 1.0: expected below 1: otherwise a wrong answer could rank above a right one",
        "weight_low: 4 | line 8: Invalid highest weight 3.0: expected a finite number from the lowest weight, 4.0",
        "steepness: 0 | line 8: Invalid steepness 0.0: expected a finite number above 0",
        "memory: 1 | line 8: Invalid memory 1.0: expected 0 to below 1",
        "alpha: half | line 8: 'alpha' is 'half': expected a number",
        "alone: top | line 8: 'alone' is 'top': expected one of bottom, middle",
        "weigths: main_text | line 8: unknown key 'weigths' (did you mean 'weights'?)"
      })
  void badSettingsOfAHybridRewardSayWhere(String keys, String problem) {
    String own = keys.startsWith("{") ? keys.substring(1, keys.length() - 1) : keys;
    assertThat(
            problems(
                SMALL + "reward: {kind: hybrid, model: {kind: noisy, error: 0.2}, " + own + "}\n"))
        .singleElement()
        .asString()
        .startsWith("Cannot read jobs/x.yaml " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "speed | line 8: 'reward' is 'speed': expected one of verdict, verdict_signed, ternary, episode, or a mapping with a key 'kind'",
        "[hybrid] | line 8: 'reward' is a list: expected one of verdict, verdict_signed, ternary, episode, or a mapping with a key 'kind'",
        "verdit | (did you mean 'verdict'?)",
        "{kind: hybird} | line 8: 'kind' is 'hybird': expected one of verdict, verdict_signed, ternary, tools, shaped, hybrid, model (did you mean 'hybrid'?)",
        "{kind: hybrid} | line 8: missing key 'model': expected a mapping",
        "{kind: model, model: {kind: noisy}} | line 8: missing key 'error': expected a number",
        "{kind: model, model: {kind: noisy, error: 0.7}} | line 8: Invalid error 0.7: expected 0 to 0.5, which is chance",
        "{kind: model, model: {kind: noisy, error: 0.1}, verifier: task} | unknown key 'verifier'",
        "{kind: verdict, verifier: {form: '['}} | line 8: Invalid form '[': missing closing ]",
        "{kind: shaped, limit: 64, margin: 65} | line 8: Invalid margin of tokens 65: expected 1 to the limit, 64",
        "{kind: shaped, limit: 100} | line 8: 'reward' punishes completions of more than 80 tokens, 'limit' less 'margin', and none is longer than max_tokens 64: expected a 'limit' of about 64"
      })
  void badRewardsSayWhere(String keys, String problem) {
    assertThat(problems(SMALL + "reward: " + keys + "\n"))
        .singleElement()
        .asString()
        .contains(problem);
  }

  @Test
  void keysOfTheKindAreKnownToCompletion() {
    assertThat(ReinforceSpec.keys(new SpecSource("x.yaml", SMALL + HYBRID, List.of())))
        .extracting(SpecKey::path)
        .contains("reward", "reward.kind", "reward.alpha", "reward.weights", "reward.model.error");
    assertThat(ReinforceSpec.keys(new SpecSource("x.yaml", SMALL, List.of())))
        .extracting(SpecKey::path)
        .contains("reward", "reward.kind")
        .doesNotContain("reward.alpha");
  }

  @Test
  void advantageThatCancelsTheWeightsIsRemarkedOn() {
    assertThat(read(SMALL + HYBRID, "advantage=grpo").objective().remarks())
        .singleElement()
        .asString()
        .startsWith("Advantages of grpo divide by the deviation of each prompt");
    assertThat(read(SMALL + HYBRID).objective().remarks()).isEmpty();
    assertThat(read(SMALL, "advantage=grpo").objective().remarks()).isEmpty();
  }
}
