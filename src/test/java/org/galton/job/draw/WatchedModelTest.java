package org.galton.job.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.junit.jupiter.api.Test;

/** The time that a rollout takes which is made of many blocks. */
final class WatchedModelTest {
  private static final Duration SILENCE = Duration.ofSeconds(1);

  @Test
  void everyBlockOfASearchIsProgress() {
    assertThat(rollouts(Duration.ofMillis(250), 8)).hasSize(1);
  }

  @Test
  void aBlockThatDoesNotEndIsGivenUp() {
    assertThatThrownBy(() -> rollouts(Duration.ofSeconds(60), 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no rollout ended in 1 s (decoding.timeout)");
  }

  /** Draws one rollout of so many blocks. */
  private static List<Outcome> rollouts(Duration block, int blocks) {
    WatchedModel.Use search =
        (model, heard) ->
            new Model(
                (request, sink) -> {
                  for (int i = 0; i < blocks; i++) {
                    model.generate(
                        List.of(request).iterator(), Sampling.untempered(1), outcome -> {});
                  }
                  sink.accept(new GenerationFailure(request, "ended"));
                });
    LanguageModel slow =
        new Model(
            (request, sink) -> {
              try {
                Thread.sleep(block.toMillis());
              } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
              }
              sink.accept(new GenerationFailure(request, "block"));
            });
    List<Outcome> outcomes = new ArrayList<>();
    new WatchedModel(slow, search, SILENCE)
        .generate(
            List.of(new Request(0, "a", 1)).iterator(), Sampling.untempered(1), outcomes::add);
    return outcomes;
  }

  private interface Answering {
    void answer(Request request, Consumer<Outcome> sink);
  }

  private record Model(Answering answering) implements LanguageModel {
    @Override
    public ModelCard card() {
      return new ModelCard("m", "0", 1, 8, OptionalLong.empty(), OptionalDouble.empty());
    }

    @Override
    public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
      requests.forEachRemaining(request -> answering.answer(request, sink));
    }

    @Override
    public void close() {}
  }
}
