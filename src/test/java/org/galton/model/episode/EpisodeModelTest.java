package org.galton.model.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.galton.game.Position;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.junit.jupiter.api.Test;

final class EpisodeModelTest {
  private static final Sampling SAMPLING = new Sampling(1, 0, 1, 0, 5, List.of("#"));

  /** Two players, as many rounds as asked for; the transcript is all that was said. */
  private record Talk(int rounds, List<String> said) implements Position {
    @Override
    public List<String> turns() {
      return over() ? List.of() : List.of("first " + said, "second " + said);
    }

    @Override
    public Position after(List<String> answers) {
      List<String> more = new ArrayList<>(said);
      more.addAll(answers);
      return new Talk(rounds, List.copyOf(more));
    }

    @Override
    public boolean over() {
      return said.size() == 2 * rounds;
    }

    @Override
    public String transcript() {
      return String.join(" ", said);
    }
  }

  /** Says its seed, and counts the batches it is given. */
  private static final class Parrot implements LanguageModel {
    private final List<Integer> batches = new ArrayList<>();
    private final List<Sampling> samplings = new ArrayList<>();

    @Override
    public ModelCard card() {
      return new ModelCard("parrot", "p", 1, 9, OptionalLong.empty(), OptionalDouble.empty());
    }

    @Override
    public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
      List<Request> batch = new ArrayList<>();
      requests.forEachRemaining(batch::add);
      batches.add(batch.size());
      samplings.add(sampling);
      for (int i = batch.size() - 1; i >= 0; i--) {
        Request request = batch.get(i);
        String text = ((ModelPrompt.Raw) request.prompt()).text();
        sink.accept(
            text.contains("broken") && text.startsWith("second")
                ? new GenerationFailure(request, "out of memory")
                : new Completion(
                    request,
                    Long.toHexString(request.seed()),
                    Completion.Finish.STOP,
                    10,
                    text.startsWith("first") ? 3 : 1,
                    -2,
                    text.startsWith("first") ? 0.5 : 0.1,
                    0.25));
      }
    }

    @Override
    public void close() {}
  }

  private static TreeMap<Long, Outcome> play(Parrot parrot, List<Talk> talks, long... seeds) {
    List<Request> games = new ArrayList<>();
    for (int i = 0; i < seeds.length; i++) {
      games.add(new Request(i, "game", seeds[i]));
    }
    TreeMap<Long, Outcome> outcomes = new TreeMap<>();
    new EpisodeModel(
            parrot, game -> talks.get((int) game.id()), List.of(" ", "#"), ModelPrompt.Raw::new)
        .generate(
            games.iterator(),
            SAMPLING,
            outcome -> {
              assertThat(outcomes.put(outcome.request().id(), outcome)).isNull();
            });
    return outcomes;
  }

  private static Talk talk(int rounds) {
    return new Talk(rounds, List.of());
  }

  @Test
  void allGamesOfARoundAreAskedTogether() {
    Parrot parrot = new Parrot();
    play(parrot, List.of(talk(1), talk(3), talk(2)), 1, 2, 3);

    assertThat(parrot.batches).containsExactly(6, 4, 2);
    assertThat(parrot.samplings).extracting(Sampling::stop).containsOnly(List.of("#", " "));
  }

  @Test
  void aGameGoesTheSameWayInAnyCompany() {
    Outcome alone = play(new Parrot(), List.of(talk(3)), 2).get(0L);
    Outcome amongOthers = play(new Parrot(), List.of(talk(1), talk(3), talk(3)), 1, 2, 3).get(1L);

    assertThat(((Completion) amongOthers).text()).isEqualTo(((Completion) alone).text());
    assertThat(((Completion) alone).text().split(" ")).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void tokensAndProbabilitiesAddUpOverTurns() {
    Completion game = (Completion) play(new Parrot(), List.of(talk(2)), 1).get(0L);

    assertThat(game.finish()).isEqualTo(Completion.Finish.STOP);
    assertThat(game.promptTokens()).isEqualTo(40);
    assertThat(game.completionTokens()).isEqualTo(8);
    assertThat(game.logprobSum()).isEqualTo(-8);
    assertThat(game.entropyMean()).isEqualTo(0.4);
    assertThat(game.seconds()).isEqualTo(1);
  }

  @Test
  void aFailedTurnFailsItsGameOnly() {
    TreeMap<Long, Outcome> outcomes =
        play(new Parrot(), List.of(new Talk(3, List.of("broken", "pot")), talk(2)), 1, 2);

    assertThat(outcomes.get(0L))
        .isInstanceOfSatisfying(
            GenerationFailure.class,
            failure -> assertThat(failure.reason()).isEqualTo("round 1, player 2: out of memory"));
    assertThat(outcomes.get(1L)).isInstanceOf(Completion.class);
  }
}
