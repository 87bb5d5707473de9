package org.galton.model.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.galton.model.Completion;
import org.galton.model.LanguageModel;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.llama.Placement;
import org.galton.model.llama.SharedCheckpoints;
import org.galton.search.BacktrackingSampler;
import org.galton.search.BacktrackingSampler.Output;
import org.galton.search.BlockSampler;
import org.galton.search.OneWaySampler;
import org.galton.search.ProcessVerifier;
import org.galton.search.SearchEnd;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With a real decoder. */
final class SearchModelTest {
  private static final ModelPrompt PROMPT = new ModelPrompt.Raw("reach 82 with 3 7 25 75\n");
  private static final Sampling SAMPLING = Sampling.untempered(40);
  private static final BlockSampler WALK =
      new BacktrackingSampler(8, 0, Output.WALK, 0, 0.1, 0.5, 0, 2);

  private static LanguageModel model;

  @BeforeAll
  static void open() {
    model = SharedCheckpoints.open("builtin:abacus@1547", Placement.CPU, 8);
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void aCompletionThatHasBegunGoesOnAsIfItHadNotBeenCut() {
    Sampling greedy = new Sampling(0, 0, 1, 0, 40, List.of());
    Completion whole = only(PROMPT, greedy);
    for (int cut : new int[] {1, 7, whole.completionTokens() - 1}) {
      List<Integer> begun = Arrays.stream(whole.tokens().ids()).limit(cut).boxed().toList();
      Completion rest = only(new ModelPrompt.Begun(PROMPT, begun), greedy);

      assertThat(rest.text()).isEqualTo(whole.text());
      assertThat(rest.finish()).isEqualTo(Completion.Finish.STOP);
      assertThat(rest.promptTokens()).isEqualTo(whole.promptTokens());
      assertThat(rest.completionTokens()).isEqualTo(whole.completionTokens() - cut);
      assertThat(rest.tokens().prompt()).isEqualTo(whole.tokens().prompt());
      assertThat(rest.tokens().ids())
          .isEqualTo(Arrays.copyOfRange(whole.tokens().ids(), cut, whole.completionTokens()));
    }
  }

  @Test
  void aStringThatEndsACompletionIsFoundAcrossTheCut() {
    Completion whole = only(PROMPT, new Sampling(0, 0, 1, 0, 40, List.of()));
    List<Integer> begun = Arrays.stream(whole.tokens().ids()).limit(4).boxed().toList();
    String across = whole.text().substring(3, 5);

    Completion stopped =
        only(new ModelPrompt.Begun(PROMPT, begun), new Sampling(0, 0, 1, 0, 40, List.of(across)));

    assertThat(stopped.text()).isEqualTo(whole.text().substring(0, whole.text().indexOf(across)));
    assertThat(stopped.finish()).isEqualTo(Completion.Finish.STOP);
  }

  @Test
  void aBegunCompletionOfABegunCompletionIsRefused() {
    ModelPrompt begun = new ModelPrompt.Begun(PROMPT, List.of(1));
    assertThatThrownBy(() -> new ModelPrompt.Begun(begun, List.of(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSearchGoesTheSameWayInAnyCompany() {
    Map<Long, Completion> together = new HashMap<>();
    Map<Long, SearchReport> reports = search(WALK, together, 0, 1, 2, 3, 4, 5);

    for (long seed : new long[] {1, 4}) {
      Map<Long, Completion> alone = new HashMap<>();
      assertThat(search(WALK, alone, seed).get(seed))
          .usingRecursiveComparison()
          .ignoringFields("verdictSeconds", "valueCost.seconds")
          .isEqualTo(reports.get(seed));
      assertThat(alone.get(seed).text()).isEqualTo(together.get(seed).text());
      assertThat(alone.get(seed).tokens().ids()).isEqualTo(together.get(seed).tokens().ids());
      assertThat(alone.get(seed).logprobSum())
          .isCloseTo(together.get(seed).logprobSum(), within(1e-4));
    }
  }

  @Test
  void aPathIsOneCompletionOfAllItsBlocks() {
    Map<Long, Completion> drawn = new HashMap<>();
    BlockSampler best = new OneWaySampler(OneWaySampler.Choice.BEST, 8, 2, 0);
    Map<Long, SearchReport> reports = search(best, drawn, 1);
    Completion path = drawn.get(1L);
    SearchReport report = reports.get(1L);

    assertThat(path.tokens().ids()).hasSize(path.completionTokens());
    assertThat(sum(path.tokens().logprobs())).isCloseTo(path.logprobSum(), within(1e-3));
    assertThat(sum(path.tokens().entropies()) / path.completionTokens())
        .isCloseTo(path.entropyMean(), within(1e-4));
    assertThat(report.drawnTokens()).isGreaterThan(path.completionTokens());
    assertThat(report.counts().blocks()).isEqualTo(2 * report.counts().steps());
    // Its text is what all tokens say together: those of a further one follow it.
    List<Integer> ids = Arrays.stream(path.tokens().ids()).boxed().toList();
    List<Integer> begun = ids.subList(0, path.completionTokens() - 1);
    assertThat(only(new ModelPrompt.Begun(PROMPT, begun), SAMPLING.withMaxTokens(1)).text())
        .startsWith(path.text().substring(0, path.text().length() - 1));
  }

  @Test
  void aSearchThatFindsNothingCountsAsCut() {
    Map<Long, Completion> drawn = new HashMap<>();
    SearchReport report = search(WALK, drawn, partial -> 1, completion -> 0, 1).get(1L);

    assertThat(report.end()).isEqualTo(SearchEnd.Kind.GIVEN_UP);
    assertThat(report.counts().restarts()).isEqualTo(2);
    assertThat(drawn.get(1L).finish()).isEqualTo(Completion.Finish.LENGTH);
    assertThat(drawn.get(1L).completionTokens()).isPositive();
  }

  @Test
  void aValueThatIsNoneIsNamed() {
    assertThatThrownBy(() -> search(WALK, new HashMap<>(), partial -> 1.5, completion -> 1, 1))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("Cannot search completions of task t, prompt p: the value of '")
        .hasMessageContaining("is 1.5; expected a number from 0 to 1");
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  private static Completion only(ModelPrompt prompt, Sampling sampling) {
    List<Outcome> outcomes = new ArrayList<>();
    model.generate(List.of(new Request(0, prompt, 1)).iterator(), sampling, outcomes::add);
    return (Completion) outcomes.get(0);
  }

  private static Map<Long, SearchReport> search(
      BlockSampler sampler, Map<Long, Completion> drawn, long... seeds) {
    return search(
        sampler,
        drawn,
        partial -> partial.contains("5") ? 1 : 0.5,
        completion -> completion.length() % 2,
        seeds);
  }

  private static Map<Long, SearchReport> search(
      BlockSampler sampler,
      Map<Long, Completion> drawn,
      ProcessVerifier values,
      ToDoubleFunction<String> verdicts,
      long... seeds) {
    Map<Long, SearchReport> reports = new HashMap<>();
    new SearchModel(
            model,
            sampler,
            request -> new SearchedPrompt("task t, prompt p", values, verdicts),
            (request, report) -> reports.put(request.id(), report))
        .generate(
            Arrays.stream(seeds).mapToObj(seed -> new Request(seed, PROMPT, seed)).iterator(),
            SAMPLING,
            outcome -> drawn.put(outcome.request().id(), (Completion) outcome));
    return reports;
  }
}
