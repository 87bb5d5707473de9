package org.galton.reinforce.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import org.galton.search.backup.GammaIndex;
import org.galton.search.backup.NodeSelection;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SearchSpecTest {
  private static final String SEARCHED =
      """
      training: tiny
      output: runs/tiny
      seed: 1
      start: builtin:abacus@894
      tasks: [{name: countdown}]
      sampling: {max_tokens: 60}
      search: {block: 8}
      steps: 20
      rollouts: 6
      reward: verdict_signed
      advantage: mean_only
      loss: dapo
      """;

  private static ReinforceSpec read(String... overrides) {
    return ReinforceSpec.read(
        new SpecSource("jobs/x.yaml", SEARCHED, List.of(overrides)),
        path -> {
          throw new IOException("no file is named");
        });
  }

  private static List<String> problems(String... overrides) {
    return catchThrowableOfType(InvalidInput.class, () -> read(overrides)).problems();
  }

  @Test
  void defaultsAreThoseOfThePaper() {
    SearchPlan plan = read().search().orElseThrow();
    assertThat(plan.probe()).isEqualTo(4);
    assertThat(plan.keepBelow()).isEqualTo(0.25);
    assertThat(plan.credit()).isEqualTo(SearchPlan.Credit.STEPS);
    assertThat(plan.cache()).as("one rollout at least is drawn").isEqualTo(5);
    assertThat(plan.tree().children()).isEqualTo(8);
    assertThat(plan.tree().rules().trajectories()).as("as many as rollouts").isEqualTo(6);
    assertThat(plan.tree().rules().depthLimit()).isEqualTo(8);
    assertThat(plan.tree().rules().selection()).isEqualTo(NodeSelection.FRONTIER);
    assertThat(plan.tree().rules().gamma()).isEqualTo(GammaIndex.PAPER);
    assertThat(read().numbersPerPrompt()).isEqualTo(10);
  }

  @Test
  void everyKeyIsWrittenAndReadAgain() {
    ReinforceSpec spec =
        read(
            "search={block: 12, children: 3, depth: 4, expansions: 9, tokens: 700, selection: uct,"
                + " lambda: 1, l1: 0.1, l2: 0.2, l3: 0.3, depth_bonus: log, gamma_index: code,"
                + " probe: 2, keep_below: 0.5, cache: 0, credit: trajectory}",
            "filters=[degenerate]");
    assertThat(
            ReinforceSpec.read(
                new SpecSource("jobs/x.yaml", spec.toYaml(), List.of()),
                path -> {
                  throw new IOException("no file is named");
                }))
        .isEqualTo(spec);
    assertThat(spec.search().orElseThrow().tree().tokens()).isEqualTo(700);
  }

  /** Each names the key and the one that it contradicts. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          search.trajectories=8                            | 'search.trajectories' is 8 and 'rollouts' is 6
          search.cache=6                                   | 'search.cache' is 6 and 'rollouts' is 6
          advantage=batch                                  | 'advantage' is 'batch' and 'search.credit' is 'steps'
          advantage=batch_centered                         | 'advantage' is 'batch_centered' and 'search.credit' is 'steps'
          loss=gspo                                        | 'loss' is 'gspo' and 'search.credit' is 'steps'
          reward=verdict                                   | 'reward' is 'verdict' and 'search.credit' is 'steps'
          reward={kind: hybrid, model: {kind: noisy, error: 0.1}} | 'reward' is 'hybrid' and 'search.credit' is 'steps'
          reward={kind: verdict_signed, verifier: {form: x}} | 'reward' is 'verdict_signed' and 'search.credit' is 'steps'
          budget=knapsack                                  | 'budget' and 'search' do not go together
          interruption={text: x, after: [2, 3]}            | 'interruption' and 'search' do not go together
          drawing={kind: executors, shares: 2}             | 'drawing' and 'search' do not go together
          keep=[tokens]                                    | 'keep' and 'search' do not go together
          search.block=61                                  | 'block' is 61: expected at most the 60 of 'max_tokens'
          search.probe=-1                                  | 'probe' is '-1'
          search.keep_below=0                              | 'keep_below' is '0'
          search={block: 8, probe: 0, cache: 0, keep_below: 0.5} | 'search.keep_below' has no effect with 'search.probe' 0 and 'search.cache' 0
          """)
  void contradictionIsRefused(String override, String expected) {
    assertThat(problems(override)).singleElement().asString().contains(expected);
  }

  @Test
  void wholeTrajectoriesMayHaveAnyAdvantageAndReward() {
    assertThat(
            read("search.credit=trajectory", "advantage=batch", "reward=ternary", "loss=gspo")
                .search())
        .isPresent();
    assertThat(read("reward={kind: shaped, limit: 60, margin: 20}").search()).isPresent();
    assertThat(read("advantage=grpo").search()).isPresent();
  }
}
