package org.galton.environment.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.galton.environment.Environment;
import org.galton.environment.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every environment by its solver and by chance. */
final class EnvironmentsTest {
  static Stream<Environment> all() {
    return Environments.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void print(Environment environment) {
    int n = environment.id().equals("sokoban/hard") ? 10 : 1000;
    for (Policy policy : List.of(environment.solver(), environment.random())) {
      long began = System.nanoTime();
      List<Trace> traces = LongStream.range(0, n).mapToObj(seed -> Trace.play(environment, seed, policy)).toList();
      System.out.printf("STAT %s won %.4f turns %.2f max %d %.2fs%n", environment.id(),
        traces.stream().filter(t -> t.last().won()).count() / (double) n,
        traces.stream().mapToInt(t -> t.actions().size()).average().orElseThrow(),
        traces.stream().filter(t->t.last().won()).mapToInt(t -> t.actions().size()).max().orElse(-1),
        (System.nanoTime() - began) / 1e9);
    }
  }
}
