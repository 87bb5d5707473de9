package org.galton.model.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.Uniforms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a server does, every rollout has one outcome, and no text is counted twice. */
final class EndpointFaultTest {
  private static final Backoff SHORT = new Backoff(Duration.ofMillis(2), Duration.ofMillis(20));
  private static final int ROLLOUTS = 100;

  @ParameterizedTest
  @EnumSource(ServerFault.class)
  void aFaultPassesWhenAskedAgain(ServerFault fault) {
    try (MisbehavingServer server = server(oneInTen(fault))) {
      List<Outcome> outcomes = draw(server.source(keys(fault)), 1);

      assertThat(server.faults(fault)).isGreaterThan(2);
      assertThat(outcomes).hasSize(ROLLOUTS).allMatch(Completion.class::isInstance);
      assertThat(outcomes)
          .allSatisfy(
              outcome ->
                  assertThat(((Completion) outcome).text())
                      .startsWith("text " + (outcome.request().seed() >>> 33) + " "));
      assertBooksBalance(outcomes);
    }
  }

  @ParameterizedTest
  @EnumSource(ServerFault.class)
  void aFaultOfSeveralChoicesPassesToo(ServerFault fault) {
    try (MisbehavingServer server = server(oneInTen(fault))) {
      List<Outcome> outcomes = draw(server.source(keys(fault) + "&n=3"), 10);

      assertThat(outcomes).allMatch(Completion.class::isInstance);
      assertBooksBalance(outcomes);
      assertThat(server.requests()).isLessThan(ROLLOUTS);
    }
  }

  @Test
  void aFaultThatStaysIsAFailureWithItsReason() {
    try (MisbehavingServer server =
        server(
            (seed, attempt) ->
                seed % 4 == 0 ? Optional.of(ServerFault.BROKEN) : Optional.empty())) {
      List<Outcome> outcomes = draw(server.source("attempts=3"), 1);

      assertBooksBalance(outcomes);
      assertThat(outcomes)
          .filteredOn(outcome -> (outcome.request().seed() >>> 33) % 4 == 0)
          .isNotEmpty()
          .allSatisfy(
              outcome ->
                  assertThat(((GenerationFailure) outcome).reason())
                      .isEqualTo(
                          "no completion in 3 attempts; in the last the server answered with"
                              + " status 500: [31mInternal Server Error"));
      assertThat(outcomes)
          .filteredOn(outcome -> (outcome.request().seed() >>> 33) % 4 != 0)
          .allMatch(Completion.class::isInstance);
    }
  }

  /** Few at a time where an answer must come in time, for a machine may be busy. */
  private static String keys(ServerFault fault) {
    return switch (fault) {
      case SLOW, STALLED -> "attempts=20&in_flight=8&timeout=2";
      default -> "attempts=20";
    };
  }

  private static MisbehavingServer server(MisbehavingServer.Script script) {
    return new MisbehavingServer(script, (prompt, seed, serial) -> "text " + seed + " " + serial);
  }

  private static MisbehavingServer.Script oneInTen(ServerFault fault) {
    return (seed, attempt) ->
        Uniforms.at(seed, attempt) < 0.1 ? Optional.of(fault) : Optional.empty();
  }

  private static List<Outcome> draw(String source, int perPrompt) {
    List<Outcome> outcomes = new ArrayList<>();
    try (LanguageModel model = SharedEndpoints.open(source, name -> null, SHORT)) {
      model.generate(
          IntStream.range(0, ROLLOUTS)
              .mapToObj(i -> new Request(i, "prompt " + i / perPrompt, Uniforms.seed(7, i)))
              .iterator(),
          Sampling.untempered(16),
          outcomes::add);
    }
    return outcomes;
  }

  private static void assertBooksBalance(List<Outcome> outcomes) {
    assertThat(outcomes)
        .extracting(outcome -> outcome.request().id())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, ROLLOUTS).mapToObj(i -> (long) i).toList());
    assertThat(outcomes)
        .filteredOn(Completion.class::isInstance)
        .extracting(outcome -> ((Completion) outcome).text())
        .doesNotHaveDuplicates();
  }
}
