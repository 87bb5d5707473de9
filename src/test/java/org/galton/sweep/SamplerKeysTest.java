package org.galton.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.Reader;
import java.util.List;
import java.util.Optional;
import org.galton.model.ComputeType;
import org.galton.model.Sampling;
import org.galton.search.AdaptiveSampler;
import org.galton.search.AdaptiveSampler.Mode;
import org.galton.search.AnswerVote;
import org.galton.search.BacktrackingSampler;
import org.galton.search.BacktrackingSampler.Output;
import org.galton.search.OneWaySampler;
import org.galton.search.SearchSampler;
import org.galton.search.TreeSampler;
import org.galton.search.ValueSource;
import org.galton.search.backup.DepthBonus;
import org.galton.search.backup.FrontierScore;
import org.galton.search.backup.GammaIndex;
import org.galton.search.backup.NodeSelection;
import org.galton.search.backup.SearchSettings;
import org.galton.search.backup.UpperConfidence;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.galton.task.arithmetic.CountdownTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SamplerKeysTest {
  private static final String SPEC =
      """
      sweep: searched
      seed: 1
      output: runs/searched
      models: [builtin:abacus]
      tasks: [{name: countdown, prompts: 4}]
      sampling: {max_tokens: 64, sampler: %s}
      rollouts: 2
      """;

  @Test
  void everyKeyIsReadAndWritten() {
    assertThat(sampler("{kind: vgb, block: 8}"))
        .isEqualTo(
            new BacktrackingSampler(
                8, 0, Output.WALK, 0, 0.1, 1, 0, BacktrackingSampler.BY_FORMULA));
    assertThat(
            sampler(
                "{kind: vgb, block: 4, value: {noisy: 0.5}, output: first_leaf, eps: 1, delta: 0.2,"
                    + " step_constant: 2, horizon: 6, max_restarts: 3}"))
        .isEqualTo(new BacktrackingSampler(4, 0.5, Output.FIRST_LEAF, 1, 0.2, 2, 6, 3));
    assertThat(sampler("{kind: best_of, candidates: 8}"))
        .isEqualTo(new OneWaySampler(OneWaySampler.Choice.BEST, 0, 8, 0));
    assertThat(sampler("{kind: block_rejection, candidates: 8, block: 16, value: exact}"))
        .isEqualTo(new OneWaySampler(OneWaySampler.Choice.ACCEPTED, 16, 8, 0));
  }

  @Test
  void theDefaultsOfATreeAreThoseOfThePaper() {
    SearchSettings paper = SearchSettings.withDefaults().withDepthLimit(8).withExpansions(64);
    assertThat(sampler("{kind: tree, block: 8}")).isEqualTo(new TreeSampler(8, 8, 0, paper));
    assertThat(
            sampler(
                "{kind: tree, block: 16, children: 2, depth: 3, trajectories: 5, expansions: 7,"
                    + " tokens: 900, selection: uct, lambda: 1, l1: 0.5, l2: -1, l3: 2,"
                    + " depth_bonus: log, gamma_index: code}"))
        .isEqualTo(
            new TreeSampler(
                16,
                2,
                900,
                new SearchSettings(
                    3,
                    5,
                    7,
                    GammaIndex.CODE,
                    new UpperConfidence(1),
                    new FrontierScore(0.5, -1, 2, 0, DepthBonus.LOG),
                    NodeSelection.UCT)));
  }

  @Test
  void valuesOfAnotherModelAreReadAndWritten() {
    String judge = "{kind: block_best_of, block: 8, candidates: 2, value: {judge: {model: %s}}}";
    assertThat(sampler(judge.formatted("builtin:abacus@100")).values())
        .isInstanceOfSatisfying(
            ValueSource.Judged.class,
            judged -> {
              assertThat(judged.most()).isEqualTo(1);
              assertThat(judged.least()).isEqualTo(0.01);
              assertThat(judged.otherwise()).isEqualTo(ValueSource.Judged.FAIL);
            });
    assertThat(
            sampler(judge.formatted("builtin:abacus@100, most: 100, otherwise: 0.5, least: 0.2"))
                .values()
                .settings())
        .contains("most=100,least=0.2,otherwise=0.5");
    assertThat(sampler("{kind: vgb, block: 8, value: none}").needsValues(64)).isFalse();
  }

  @Test
  void theKeysOfAnAdaptiveSamplerAreThoseOfItsArms() {
    assertThat(sampler("{kind: adaptive}"))
        .isEqualTo(new AdaptiveSampler(Mode.ADAPTIVE, 8, 0.5, 1.3, 0.7, new AnswerVote(10, 7)));
    assertThat(
            sampler(
                "{kind: adaptive, mode: converge, pilot: 4, spread: 0.2, explore: {temperature: 2},"
                    + " converge: {temperature: 0.1, candidates: 5, votes: 3}}"))
        .isEqualTo(new AdaptiveSampler(Mode.CONVERGE, 4, 0.2, 2, 0.1, new AnswerVote(5, 3)));
    assertThat(sampler("{kind: adaptive, converge: {candidates: 5}}"))
        .isEqualTo(new AdaptiveSampler(Mode.ADAPTIVE, 8, 0.5, 1.3, 0.7, new AnswerVote(5, 4)));
  }

  /** It draws whole completions only, and walks take each step by it, unless they vote. */
  @Test
  void anyModelAndAnyWalkWithoutVotesCanBeDrawnAdaptively() {
    String walks =
        SPEC.formatted("{kind: adaptive}")
            .replace("[builtin:abacus]", "[\"endpoint:http://localhost:8000/v1?model=m\"]")
            .replace("{name: countdown, prompts: 4}", "{name: w, kind: letter-sum, votes: 3:2}");

    assertThat(problems(walks))
        .singleElement()
        .asString()
        .endsWith(
            "sampler 'adaptive' votes on the steps of task 'w', which have a vote of their own, 3:2:"
                + " expected votes: 1:1; leave out 'votes', or the sampler");
    assertThat(read(walks.replace("3:2", "1:1"))).isNotNull();
    assertThat(problems(walks.replace("letter-sum, votes: 3:2", "group-search, prompts: 2")))
        .singleElement()
        .asString()
        .contains("sampler 'adaptive' cannot search task 'w', whose rollouts are games");
  }

  /** An error of the values is what steps are made for, unless something else is said. */
  @Test
  void theErrorOfTheValuesIsTheDefaultOfEps() {
    assertThat(sampler("{kind: vgb, block: 8, value: {noisy: 0.5}}"))
        .isInstanceOfSatisfying(
            BacktrackingSampler.class, walk -> assertThat(walk.eps()).isEqualTo(0.5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{kind: vgbs, block: 8}|'kind' is 'vgbs': expected one of vgb, best_of, block_best_of, rejection, block_rejection, tree, adaptive (did you mean 'vgb'?)",
        "{kind: vgb, block: 65}|'block' is 65: expected at most the 64 of 'max_tokens'",
        "{kind: vgb}|missing key 'block': expected a whole number from 1 to 1,000,000",
        "{kind: vgb, block: 8, value: good}|'value' is 'good': expected 'exact', 'none', or a mapping such as {noisy: 0.5}, {learned: FOLDER} or {judge: {model: MODEL}}",
        "{kind: vgb, block: 8, value: {noisy: 1, scale: 2}}|'scale' is of 'learned' alone: leave it out",
        "{kind: vgb, block: 8, value: {}}|'value' has 0 of the keys noisy, learned, judge: expected one",
        "{kind: vgb, block: 8, value: {judge: {model: builtin:abacus@100, prompt: rate}}}|Invalid prompt 'rate': expected a text with {partial}",
        "{kind: vgb, block: 8, value: {judge: {model: builtin:abacus@100, otherwise: 0}}}|'otherwise' is '0': expected 'fail' or a number above 0 and up to 1",
        "{kind: vgb, block: 8, delta: 1}|Invalid delta 1.0: expected above 0 and below 1",
        "{kind: tree}|missing key 'block': expected a whole number from 1 to 1,000,000",
        "{kind: tree, block: 8, selection: best}|'selection' is 'best': expected one of frontier, uct",
        "{kind: tree, block: 1, children: 100, trajectories: 100}|Invalid tree of up to 640,000 nodes: expected 100,000 or fewer: lower 'expansions', 'trajectories' or 'children'",
        "{kind: adaptive, spread: 1.5}|'spread' is '1.5': expected a number from 0 to 1",
        "{kind: adaptive, pilot: 1}|'pilot' is '1': expected a whole number from 2 to 1,000",
        "{kind: adaptive, mode: both}|'mode' is 'both': expected one of adaptive, explore, converge",
        "{kind: adaptive, explore: {temperature: 0}}|'temperature' is '0': expected a number above 0",
        "{kind: adaptive, converge: {candidates: 10, votes: 5}}|Invalid votes 5 of 10 candidates: expected more than half of them and at most all, 6 to 10",
        "{kind: best_of, candidates: 2, block: 8}|unknown key 'block': expected one of kind, candidates",
      })
  void mistakesAreRefusedInOneLine(String sampler, String problem) {
    assertThat(problems(SPEC.formatted(sampler)))
        .singleElement()
        .asString()
        .contains("line 6")
        .endsWith(problem);
  }

  @Test
  void modelsAndTasksThatCannotBeSearchedAreRefused() {
    String others =
        SPEC.formatted("{kind: vgb, block: 8}")
            .replace(
                "[builtin:abacus]",
                "[\"endpoint:http://localhost:8000/v1?model=m\", scripted:lockstep, models/mine]")
            .replace(
                "[{name: countdown, prompts: 4}]",
                "[{name: arithmetic, prompts: 2}, {name: tom, kind: group-search, prompts: 2}]");

    assertThat(problems(others))
        .hasSize(4)
        .anySatisfy(problem -> assertThat(problem).contains("model 'endpoint:http:"))
        .anySatisfy(problem -> assertThat(problem).contains("model 'scripted:lockstep'"))
        .anySatisfy(problem -> assertThat(problem).contains("task 'arithmetic' has none"))
        .anySatisfy(problem -> assertThat(problem).contains("task 'tom', whose rollouts are"));
    assertThat(
            read(
                SPEC.formatted("{kind: best_of, candidates: 2}")
                    .replace("countdown", "arithmetic")))
        .isNotNull();
  }

  @Test
  void whatShapesTheLawMakesAGenerationOfItsOwn() {
    Generation plain =
        new Generation(
            "d",
            Sampling.untempered(64),
            new Framing.Raw(),
            "",
            ComputeType.FLOAT32,
            "counter/1",
            1);
    assertThat(
            List.of(
                    "{kind: vgb, block: 8}",
                    "{kind: vgb, block: 4}",
                    "{kind: vgb, block: 8, output: first_leaf}",
                    "{kind: vgb, block: 8, value: {noisy: 0.1}, eps: 0}",
                    "{kind: vgb, block: 8, step_constant: 2}",
                    "{kind: vgb, block: 8, max_restarts: 1}",
                    "{kind: tree, block: 8}",
                    "{kind: tree, block: 8, tokens: 9}",
                    "{kind: tree, block: 8, selection: uct}",
                    "{kind: tree, block: 8, l1: 0}",
                    "{kind: tree, block: 8, l2: 0.1}",
                    "{kind: tree, block: 8, depth_bonus: log}",
                    "{kind: tree, block: 8, gamma_index: code}",
                    "{kind: best_of, candidates: 8}",
                    "{kind: rejection, candidates: 8}",
                    "{kind: adaptive}",
                    "{kind: adaptive, mode: explore}",
                    "{kind: adaptive, mode: converge}",
                    "{kind: adaptive, pilot: 4}",
                    "{kind: adaptive, spread: 0.4}",
                    "{kind: adaptive, explore: {temperature: 2}}",
                    "{kind: adaptive, converge: {temperature: 0.5}}",
                    "{kind: adaptive, converge: {votes: 8}}",
                    "{kind: adaptive, converge: {candidates: 9, votes: 7}}")
                .stream()
                .map(this::sampler)
                .map(
                    one -> SearchedCells.generation(plain, one, CountdownTask.withDefaults()).id()))
        .doesNotHaveDuplicates()
        .doesNotContain(plain.id());
    // Another way to say the same.
    assertThat(id(plain, "{kind: vgb, block: 8, horizon: 8, delta: 0.1}"))
        .isEqualTo(id(plain, "{kind: vgb, block: 8}"));
    assertThat(id(plain, "{kind: adaptive, mode: explore, pilot: 4, converge: {candidates: 2}}"))
        .isEqualTo(id(plain, "{kind: adaptive, mode: explore}"));
  }

  private String id(Generation plain, String sampler) {
    return SearchedCells.generation(plain, sampler(sampler), CountdownTask.withDefaults()).id();
  }

  @Test
  void temperatureZeroIsRefused() {
    Generation greedy =
        new Generation(
            "d",
            new Sampling(0, 0, 1, 0, 64, List.of()),
            new Framing.Raw(),
            "",
            ComputeType.FLOAT32,
            "counter/1",
            1);
    assertThatThrownBy(() -> id(greedy, "{kind: vgb, block: 8}"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot search with sampler 'vgb' at temperature 0");
  }

  private SearchSampler sampler(String text) {
    SweepSpec spec = read(SPEC.formatted(text));
    assertThat(read(spec.toYaml())).isEqualTo(spec);
    Optional<SearchSampler> sampler = spec.samplings().get(0).sampler();
    return sampler.orElseThrow();
  }

  private static SweepSpec read(String text) {
    return SweepSpec.read(
        new SpecSource("jobs/x.yaml", text, List.of()), path -> Reader.nullReader());
  }

  private static List<String> problems(String text) {
    return catchThrowableOfType(InvalidInput.class, () -> read(text)).problems();
  }
}
