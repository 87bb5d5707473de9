package org.galton.balance.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.galton.balance.SimulatedChain;
import org.galton.balance.TransitionCounts;
import org.galton.game.letters.Rambling;
import org.galton.game.walk.Sampler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many of so many chains each test calls violated at the 10 % level. The exact test keeps its
 * level in all that are balanced, within three standard errors; the two others may not.
 */
class BalanceCoverage {
  private static final double LEVEL = 0.1;

  @ParameterizedTest
  @CsvSource({
    // states, density, attempts, drive, chains, least power of the exact test
    "  6, 1.00,  60, 0, 200, 0",
    "  8, 1.00,  30, 0, 200, 0",
    " 10, 0.50,  15, 0, 200, 0",
    " 12, 0.50, 400, 0, 100, 0",
    "150, 0.05,  31, 0,  60, 0",
    "  6, 1.00,  60, 1, 200, 0.5",
    "  6, 1.00,  30, 2, 200, 0.8",
    "  8, 0.60,  40, 3, 200, 0.95",
    "  8, 0.40,  60, 3, 200, 0.95",
  })
  void shareCalledViolated(
      int states, double density, int attempts, double drive, int chains, double power) {
    double[][] values =
        IntStream.range(0, chains)
            .mapToObj(
                chain -> {
                  SplittableRandom random = new SplittableRandom(1_000_000L + chain);
                  TransitionCounts counts =
                      SimulatedChain.draw(random, states, density, 1, drive)
                          .count(random, attempts);
                  return new double[] {
                    ExactCycleTest.withSeed(7).test(counts).pValue().orElse(1),
                    CycleChiSquare.test(counts).pValue().orElse(1),
                    BinomialDeviance.of(counts).fit().pValue().orElse(1)
                  };
                })
            .toArray(double[][]::new);
    double exact = share(values, 0);
    System.out.printf(
        Locale.ROOT,
        "  %3d states, density %.2f, %3d attempts, drive %.0f:"
            + "  exact %5.1f %%  chi-square %5.1f %%  deviance %5.1f %%%n",
        states,
        density,
        attempts,
        drive,
        100 * exact,
        100 * share(values, 1),
        100 * share(values, 2));
    if (drive == 0) {
      assertThat(exact).isCloseTo(LEVEL, within(3 * Math.sqrt(LEVEL * (1 - LEVEL) / chains)));
    } else {
      assertThat(exact).isGreaterThanOrEqualTo(power);
    }
  }

  /**
   * Steps of walks are not drawn source by source: the next source follows from the last target, or
   * from all so far. The level holds for these, too.
   */
  @ParameterizedTest
  @CsvSource({"CHAIN, 200", "CHAIN, 5000", "POOL, 200"})
  void shareOfWalksCalledViolated(Sampler sampler, int steps) {
    int walkers = 100;
    double exact =
        IntStream.range(0, walkers)
                .filter(i -> walked(sampler, steps, new SplittableRandom(1000L + i)) <= LEVEL)
                .count()
            / (double) walkers;
    System.out.printf(
        Locale.ROOT, "  %s, walks of %,d steps:  exact %5.1f %%%n", sampler, steps, 100 * exact);
    assertThat(exact).isLessThanOrEqualTo(LEVEL + 3 * Math.sqrt(LEVEL * (1 - LEVEL) / walkers));
  }

  /** p of 5,000 steps of a walker in exact balance. */
  private static double walked(Sampler sampler, int steps, SplittableRandom random) {
    List<String> words = Rambling.words();
    TransitionCounts.Builder counts = TransitionCounts.builder();
    Set<Integer> found = new LinkedHashSet<>();
    List<Integer> pool = new ArrayList<>();
    int last = 0;
    for (int step = 0; step < 5_000; step++) {
      if (step % steps == 0) {
        found.clear();
        pool.clear();
        last = 0;
      }
      if (found.add(last)) {
        pool.add(last);
      }
      int source = sampler == Sampler.POOL ? pool.get(random.nextInt(pool.size())) : last;
      last = Rambling.next(source, random.nextDouble());
      counts.add(words.get(source), words.get(last), 1);
    }
    return ExactCycleTest.withSeed(7).test(counts.build()).pValue().orElse(1);
  }

  private static double share(double[][] values, int test) {
    return IntStream.range(0, values.length).filter(i -> values[i][test] <= LEVEL).count()
        / (double) values.length;
  }
}
