package org.galton.model.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.search.SearchReport;
import org.galton.numerics.SplitMix64;
import org.galton.search.AdaptiveCounts;
import org.galton.search.AdaptiveSampler;
import org.galton.search.AdaptiveSampler.Mode;
import org.galton.search.AnswerVote;
import org.galton.search.SearchEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With models whose answers have known probabilities. */
final class AdaptiveModelTest {
  private static final String SURE = "a=1";
  private static final String UNSURE = "";
  private static final AdaptiveSampler SAMPLER =
      new AdaptiveSampler(Mode.ADAPTIVE, 4, 0.5, 1.5, 0.5, new AnswerVote(5, 3));

  private final ExactKernel base = new ExactKernel("base");
  private final ExactKernel adapted = new ExactKernel("adapted");
  private final Map<Long, SearchReport> reports = new HashMap<>();

  /**
   * I_T(n, M - n + 1) of detailed-balance votes. The interval is of four standard deviations: it
   * has neither the law of single draws nor that of more than n votes.
   */
  @ParameterizedTest
  @CsvSource({
    "0.3, 10, 7, 0.010592078",
    "0.6, 10, 7, 0.382280602",
    "0.6, 10, 10, 0.006046618",
    "0.2, 10, 7, 0.000864358",
    "0.3, 3, 2, 0.216",
  })
  void aVoteAcceptsAnAnswerAsTheIncompleteBetaSays(
      double probability, int candidates, int votes, double accepted) {
    AdaptiveSampler vote =
        new AdaptiveSampler(Mode.CONVERGE, 2, 0.5, 1, 1, new AnswerVote(candidates, votes));
    int rounds = 40;
    int each = 2_500;
    long found = 0;
    for (int round = 0; round < rounds; round++) {
      for (Outcome outcome : draw(vote, requests("a=" + probability, round * each, each))) {
        Completion drawn = (Completion) outcome;
        found += drawn.finish() == Completion.Finish.STOP ? 1 : 0;
        assertThat(drawn.finish() == Completion.Finish.STOP)
            .isEqualTo(drawn.text().equals("adapted 1.0: a") && isAccepted(drawn, votes));
      }
    }

    double n = (double) rounds * each;
    assertThat(found / n).isCloseTo(accepted, within(4 * Math.sqrt(accepted * (1 - accepted) / n)));
  }

  private boolean isAccepted(Completion drawn, int votes) {
    return reports.get(drawn.request().id()).adaptive().orElseThrow().votes() >= votes;
  }

  @Test
  void aSpreadPilotExploresWithTheBaseAndAnEqualOneVotesWithTheAdapter() {
    List<Request> requests = new ArrayList<>(requests(SURE, 0, 2));
    requests.addAll(requests(UNSURE, 2, 2));

    List<Outcome> drawn = draw(SAMPLER, requests);

    assertThat(texts(drawn).subList(0, 2)).containsOnly("adapted 0.5: a");
    assertThat(texts(drawn).subList(2, 4))
        .doesNotHaveDuplicates()
        .allMatch(text -> text.startsWith("base 1.5: "));
    assertThat(base.drawn()).isEqualTo(Map.of("1.0", 2 * 4, "1.5", 2));
    assertThat(adapted.drawn()).isEqualTo(Map.of("0.5", 2 * 5));
    assertThat(counts(0)).isEqualTo(new AdaptiveCounts(0, 1, 0, 0, 5, 12));
    assertThat(counts(2)).isEqualTo(new AdaptiveCounts(1, 0, 0, 1, 0, 12));
    assertThat(counts(3)).isEqualTo(new AdaptiveCounts(1, 0, 0, 1, 0, 0));
  }

  @Test
  void aPilotIsCountedOnceWithTheFirstRolloutOfItsPrompt() {
    draw(SAMPLER, requests(SURE, 0, 3));

    assertThat(reports.get(0L).drawnTokens()).isEqualTo(3 * (5 + 4));
    assertThat(reports.get(0L).counts().blocks()).isEqualTo(5 + 4);
    assertThat(reports.get(1L).drawnTokens()).isEqualTo(3 * 5);
    assertThat(reports.values().stream().mapToLong(SearchReport::drawnTokens).sum())
        .isEqualTo(3L * (sum(base) + sum(adapted)));
  }

  @Test
  void aStaticArmHasNoPilot() {
    draw(SAMPLER.with(Mode.EXPLORE), requests(SURE, 0, 2));
    assertThat(base.drawn()).isEqualTo(Map.of("1.5", 2));
    assertThat(adapted.drawn()).isEmpty();

    draw(SAMPLER.with(Mode.CONVERGE), requests(UNSURE, 0, 2));
    assertThat(adapted.drawn()).isEqualTo(Map.of("0.5", 10));
    assertThat(base.drawn()).isEqualTo(Map.of("1.5", 2));
    assertThat(counts(0)).isEqualTo(new AdaptiveCounts(0, 1, 1, 0, 1, 0));
    assertThat(reports.get(0L).end()).isEqualTo(SearchEnd.Kind.GIVEN_UP);
  }

  /** With others beside it, in another order, and alone. */
  @Test
  void aRolloutIsTheSameInAnyCompany() {
    AdaptiveSampler half = new AdaptiveSampler(Mode.ADAPTIVE, 4, 0.6, 1, 1, new AnswerVote(3, 2));
    List<Request> all = new ArrayList<>();
    for (int prompt = 0; prompt < 20; prompt++) {
      all.addAll(requests("a%d=0.5 b=0.3".formatted(prompt), all.size(), 3));
    }
    List<String> together = texts(draw(half, all));
    assertThat(reports.values().stream().map(one -> one.adaptive().orElseThrow().explored()))
        .contains(0L, 1L);

    for (int i = all.size() - 1; i >= 0; i -= 7) {
      assertThat(texts(draw(half, all.subList(i, i + 1)))).containsExactly(together.get(i));
    }
  }

  @Test
  void aPromptWhosePilotFailsIsFailedAlone() {
    List<Request> requests = new ArrayList<>(requests("broken", 0, 2));
    requests.addAll(requests(SURE, 2, 1));

    List<Outcome> drawn = draw(SAMPLER, requests);

    assertThat(drawn.subList(0, 2))
        .allSatisfy(
            outcome ->
                assertThat(outcome)
                    .isInstanceOfSatisfying(
                        GenerationFailure.class,
                        failed ->
                            assertThat(failed.reason())
                                .isEqualTo("a completion of its pilot: no such word")));
    assertThat(drawn.get(2)).isInstanceOf(Completion.class);
    assertThat(reports).containsOnlyKeys(2L);
  }

  @Test
  void anUndecidedRolloutShowsWhatWasDrawnLastAndCountsAsCut() {
    Completion undecided =
        (Completion) draw(SAMPLER.with(Mode.CONVERGE), requests(UNSURE, 0, 1)).get(0);

    assertThat(undecided.finish()).isEqualTo(Completion.Finish.LENGTH);
    assertThat(undecided.completionTokens()).isEqualTo(3);
    assertThat(undecided.seconds()).isEqualTo(5 * 0.25);
    assertThat(reports.get(0L).verifierCalls()).isZero();
  }

  private static long sum(ExactKernel model) {
    return model.drawn().values().stream().mapToLong(Integer::longValue).sum();
  }

  private AdaptiveCounts counts(long id) {
    return reports.get(id).adaptive().orElseThrow();
  }

  private static List<Request> requests(String prompt, int from, int count) {
    List<Request> requests = new ArrayList<>();
    for (int id = from; id < from + count; id++) {
      requests.add(new Request(id, new ModelPrompt.Raw(prompt), SplitMix64.at(99, id)));
    }
    return requests;
  }

  private static List<String> texts(List<Outcome> drawn) {
    return drawn.stream().map(outcome -> ((Completion) outcome).text()).toList();
  }

  private List<Outcome> draw(AdaptiveSampler sampler, List<Request> requests) {
    reports.clear();
    List<Outcome> drawn = new ArrayList<>();
    new AdaptiveModel(
            adapted,
            base,
            sampler,
            request ->
                new AdaptivePrompt(
                    ((ModelPrompt.Raw) request.prompt()).text().hashCode(),
                    completion ->
                        new ReadAnswer(
                            Optional.of(completion.text().replaceFirst(".*: ", "")),
                            SearchEnd.Kind.FOUND)),
            (request, report) -> reports.put(request.id(), report))
        .generate(requests.iterator(), Sampling.untempered(8), drawn::add);
    return drawn;
  }
}
