package org.galton.model.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.galton.model.Completion;
import org.galton.model.LanguageModel;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.Uniforms;
import org.junit.jupiter.api.Test;

/**
 * 10,000 rollouts with 64 requests in flight: what the client costs beside the JDK's own, and that
 * no kind of fault loses or doubles a rollout. {@code -Dgalton.rollouts=1000} makes it shorter.
 */
final class EndpointFaultCoverage {
  private static final int ROLLOUTS = Integer.getInteger("galton.rollouts", 10_000);
  private static final int IN_FLIGHT = 64;
  private static final Backoff SHORT = new Backoff(Duration.ofMillis(10), Duration.ofMillis(200));

  /**
   * Client and server share this process, so only the difference means anything; processor time
   * does not depend on what else the machine does.
   */
  @Test
  void aRequestsCostStandsBesideTheJdksOwn() throws Exception {
    try (MisbehavingServer server = server(MisbehavingServer.Script.FLAWLESS)) {
      String source = server.source("in_flight=" + IN_FLIGHT);
      for (int round = 0; round < 3; round++) {
        double[] before = clocks();
        plain(EndpointSource.parse(source));
        double[] between = clocks();
        List<Outcome> outcomes = draw(source);
        double[] after = clocks();
        assertBooksBalance(outcomes);
        System.out.printf(
            "round %d, %,d requests, ms each: JDK client %.3f (processors %.3f), Galton %.3f"
                + " (processors %.3f)%n",
            round,
            ROLLOUTS,
            1e3 * (between[0] - before[0]) / ROLLOUTS,
            1e3 * (between[1] - before[1]) / ROLLOUTS,
            1e3 * (after[0] - between[0]) / ROLLOUTS,
            1e3 * (after[1] - between[1]) / ROLLOUTS);
      }
    }
  }

  @Test
  void noKindOfFaultLosesOrDoublesARollout() {
    for (ServerFault fault : ServerFault.values()) {
      boolean late = fault == ServerFault.SLOW || fault == ServerFault.STALLED;
      report(
          fault.name(),
          late ? "timeout=3" : "timeout=60",
          (seed, attempt) ->
              Uniforms.at(seed, attempt) < 0.1 ? Optional.of(fault) : Optional.empty());
    }
  }

  @Test
  void allKindsTogetherLoseAndDoubleNone() {
    ServerFault[] kinds = ServerFault.values();
    report(
        "every kind, 10 % in all",
        "timeout=3",
        (seed, attempt) -> {
          int kind = (int) (Uniforms.at(seed, attempt) * 10 * kinds.length);
          return kind < kinds.length ? Optional.of(kinds[kind]) : Optional.empty();
        });
  }

  /** A shard of 256 rollouts of 50 ms at 4 slots: 3.2 s where nothing waits. */
  @Test
  void idleConnectionsHoldTheThreadsOfALlamaCpp() {
    for (ThreadedServer.Manner manner : ThreadedServer.Manner.values()) {
      for (int inFlight : new int[] {4, 8, 64}) {
        try (ThreadedServer server = new ThreadedServer(4, 50, manner)) {
          long began = System.nanoTime();
          List<Outcome> outcomes = new ArrayList<>();
          String source = server.source("in_flight=" + inFlight);
          try (LanguageModel model = SharedEndpoints.open(source, name -> null, SHORT)) {
            model.generate(
                IntStream.range(0, 256).mapToObj(EndpointFaultCoverage::request).iterator(),
                Sampling.untempered(16),
                outcomes::add);
          }
          assertThat(outcomes).hasSize(256).allMatch(Completion.class::isInstance);
          System.out.printf(
              "%s about its slots, %d in flight: %.1f s%n",
              manner, inFlight, (System.nanoTime() - began) / 1e9);
        }
      }
    }
  }

  private static void report(String name, String timeout, MisbehavingServer.Script script) {
    try (MisbehavingServer server = server(script)) {
      long began = System.nanoTime();
      List<Outcome> outcomes = draw(server.source("in_flight=" + IN_FLIGHT, timeout, "attempts=8"));
      double seconds = (System.nanoTime() - began) / 1e9;
      assertBooksBalance(outcomes);
      long drawn = outcomes.stream().filter(Completion.class::isInstance).count();
      System.out.printf(
          "%-22s %,d rollouts = %,d drawn + %,d failed; %,d requests in %.1f s%n",
          name, ROLLOUTS, drawn, outcomes.size() - drawn, server.requests(), seconds);
    }
  }

  private static MisbehavingServer server(MisbehavingServer.Script script) {
    return new MisbehavingServer(script, (prompt, seed, serial) -> "text " + seed + " " + serial);
  }

  private static List<Outcome> draw(String source) {
    List<Outcome> outcomes = new ArrayList<>(ROLLOUTS);
    try (LanguageModel model = SharedEndpoints.open(source, name -> null, SHORT)) {
      model.generate(
          IntStream.range(0, ROLLOUTS).mapToObj(EndpointFaultCoverage::request).iterator(),
          Sampling.untempered(16),
          outcomes::add);
    }
    return outcomes;
  }

  private static Request request(int i) {
    return new Request(i, "What is 37+58?", Uniforms.seed(11, i));
  }

  /** Seconds on the wall, and of this process on all processors. */
  private static double[] clocks() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new double[] {System.nanoTime() / 1e9, system.getProcessCpuTime() / 1e9};
  }

  /** The same requests by as many threads, with nothing looked at. */
  private static void plain(EndpointSource source) throws Exception {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    URI uri = source.at("completions");
    ExecutorService threads = Executors.newFixedThreadPool(IN_FLIGHT);
    List<Future<Integer>> sent = new ArrayList<>();
    for (int i = 0; i < ROLLOUTS; i++) {
      Request request = request(i);
      sent.add(
          threads.submit(
              () -> {
                Question question =
                    Question.of(
                        source.model(), request, 1, Sampling.untempered(16), Dialect.of(source));
                HttpRequest.BodyPublisher body =
                    HttpRequest.BodyPublishers.ofByteArray(question.body());
                return http.send(
                        HttpRequest.newBuilder(uri).POST(body).build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                    .statusCode();
              }));
    }
    for (Future<Integer> status : sent) {
      assertThat(status.get()).isEqualTo(200);
    }
    threads.shutdown();
  }

  private static void assertBooksBalance(List<Outcome> outcomes) {
    assertThat(outcomes.stream().map(outcome -> outcome.request().id()).distinct())
        .hasSize(ROLLOUTS);
    assertThat(outcomes).hasSize(ROLLOUTS);
    assertThat(
            outcomes.stream()
                .filter(Completion.class::isInstance)
                .map(outcome -> ((Completion) outcome).text()))
        .doesNotHaveDuplicates();
  }
}
