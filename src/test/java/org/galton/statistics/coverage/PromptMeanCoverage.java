package org.galton.statistics.coverage;

import java.util.Arrays;
import java.util.List;
import org.galton.statistics.Tally;
import org.galton.statistics.error.PromptMean;
import org.galton.statistics.error.RateInterval;
import org.galton.statistics.rate.BayesAtN;
import org.galton.statistics.rate.PassAtK;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptMeanCoverage {
  private static final PromptMean MEAN = PromptMean.withDefaults();

  @ParameterizedTest
  @ValueSource(doubles = {1, 3, 19})
  void passAtOneOfIndependentPrompts(double b) {
    Benchmark benchmark = new Benchmark(b, 16);
    double truth = benchmark.passAtK(1);
    List<Coverage> found =
        CoverageStudy.of(
            "pass@1, 200 prompts x 16 rollouts, Beta(1, " + b + ")",
            1_000_003,
            List.of("mean over prompts", "rival: rollouts pooled, Wilson"),
            random -> {
              Tally[] prompts = benchmark.sample(Benchmark.independentPrompts(random), random);
              int correct = Arrays.stream(prompts).mapToInt(Tally::correct).sum();
              Tally pooled = new Tally(16 * prompts.length, correct);
              return List.of(
                  Held.of(MEAN.of(Benchmark.values(prompts, new PassAtK(1)), 0), truth),
                  Held.of(RateInterval.WILSON.of(pooled, 0.95).orElseThrow(), truth));
            });
    found.get(0).assertNominal();
    found.get(1).assertFails();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8})
  void passAtKOfIndependentPrompts(int k) {
    Benchmark benchmark = new Benchmark(19, 16);
    double truth = benchmark.passAtK(k);
    List<Coverage> found =
        CoverageStudy.of(
            "pass@" + k + ", 200 prompts x 16 rollouts, Beta(1, 19)",
            2_000_003,
            List.of("mean over prompts", "rival: plug-in 1 - (1 - c/n)^k"),
            random -> {
              Tally[] prompts = benchmark.sample(Benchmark.independentPrompts(random), random);
              double[] plugIn =
                  Arrays.stream(prompts)
                      .mapToDouble(prompt -> 1 - Math.pow(1 - prompt.correct() / 16.0, k))
                      .toArray();
              return List.of(
                  Held.of(MEAN.of(Benchmark.values(prompts, new PassAtK(k)), 0), truth),
                  Held.of(MEAN.of(plugIn, 0), truth));
            });
    found.get(0).assertNominal();
  }

  @Test
  void theSolveRateOfExactlyThesePrompts() {
    Benchmark benchmark = new Benchmark(1, 16);
    List<Coverage> found =
        CoverageStudy.of(
            "Bayes@16, 200 prompts, Beta(1, 1)",
            3_000_017,
            List.of(
                "Bayes@N for these prompts",
                "rival: Bayes@N read as if for new prompts",
                "rival: mean over prompts read as if for these"),
            random -> {
              double[] uniforms = Benchmark.independentPrompts(random);
              Tally[] prompts = benchmark.sample(uniforms, random);
              double these =
                  Arrays.stream(uniforms).map(benchmark::solveRate).average().orElseThrow();
              var bayes = BayesAtN.withDefaults().of(List.of(prompts));
              return List.of(
                  Held.of(bayes, these),
                  Held.of(bayes, benchmark.passAtK(1)),
                  Held.of(MEAN.of(Benchmark.values(prompts, new PassAtK(1)), 0), these));
            });
    found.get(0).assertNominal();
    found.get(1).assertFails();
    found.get(2).assertFails();
  }
}
