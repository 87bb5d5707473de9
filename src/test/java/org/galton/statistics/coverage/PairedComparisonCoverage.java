package org.galton.statistics.coverage;

import java.util.List;
import java.util.SplittableRandom;
import org.galton.statistics.Interval;
import org.galton.statistics.rate.PassAtK;
import org.galton.statistics.test.Comparison;
import org.galton.statistics.test.PairedComparison;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two systems find the same prompts hard, but for one in five, where luck is drawn anew. */
class PairedComparisonCoverage {
  private static final double AGREEMENT = 0.8;
  private static final double Z = 1.959963984540054;
  private static final Benchmark FIRST = new Benchmark(3, 16);
  private static final Benchmark SECOND = new Benchmark(3.4, 16);
  private static final PairedComparison PAIRED = PairedComparison.withDefaults();

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void independentPrompts(int k) {
    double truth = FIRST.passAtK(k) - SECOND.passAtK(k);
    List<Coverage> found =
        CoverageStudy.of(
            "difference of pass@" + k + ", 200 shared prompts x 16 rollouts",
            8_000_009,
            List.of("paired", "rival: unpaired"),
            random -> {
              Pair pair = Pair.sample(k, random);
              Comparison compared = PAIRED.of(pair.first(), pair.second());
              return List.of(
                  Held.of(compared.difference(), truth), Held.of(unpaired(compared), truth));
            });
    found.get(0).assertNominal();
    found.get(1).assertFails();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void promptsInFamilies(int k) {
    double truth = FIRST.passAtK(k) - SECOND.passAtK(k);
    Families families = Families.unequal();
    List<String> names = families.names();
    List<Coverage> found =
        CoverageStudy.of(
            "difference of pass@" + k + ", 200 shared prompts in 40 families of 1 to 9",
            9_000_011,
            List.of("paired, clustered", "rival: paired, families ignored", "rival: unpaired"),
            random -> {
              Pair pair = Pair.sampleFamilies(k, families, random);
              Comparison plain = PAIRED.of(pair.first(), pair.second());
              return List.of(
                  Held.of(PAIRED.of(pair.first(), pair.second(), names).difference(), truth),
                  Held.of(plain.difference(), truth),
                  Held.of(unpaired(plain), truth));
            });
    found.get(0).assertNominal();
    found.get(1).assertFails();
  }

  private static Interval unpaired(Comparison comparison) {
    double value = comparison.difference().value().orElseThrow();
    double half = Z * comparison.unpairedStandardError().orElseThrow();
    return new Interval(value - half, value + half);
  }

  /** The prompt values of the two systems. */
  private record Pair(double[] first, double[] second) {
    static Pair sample(int k, SplittableRandom random) {
      double[] uniforms = Benchmark.independentPrompts(random);
      return of(k, uniforms, Benchmark.redrawn(uniforms, AGREEMENT, random), random);
    }

    /** Where the systems disagree, they do so on a whole family at a time. */
    static Pair sampleFamilies(int k, Families families, SplittableRandom random) {
      double[] first = families.prompts(random);
      double[] other = families.prompts(random);
      double[] second = first.clone();
      int from = 0;
      for (int size : families.sizes()) {
        if (random.nextDouble() >= AGREEMENT) {
          System.arraycopy(other, from, second, from, size);
        }
        from += size;
      }
      return of(k, first, second, random);
    }

    private static Pair of(int k, double[] first, double[] second, SplittableRandom random) {
      PassAtK metric = new PassAtK(k);
      return new Pair(
          Benchmark.values(FIRST.sample(first, random), metric),
          Benchmark.values(SECOND.sample(second, random), metric));
    }
  }
}
