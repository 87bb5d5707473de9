package org.galton.statistics.coverage;

import java.util.List;
import org.galton.statistics.error.Bootstrap;
import org.galton.statistics.rate.PassAtK;
import org.junit.jupiter.api.Test;

class BootstrapCoverage {
  private static final Bootstrap BOOTSTRAP = Bootstrap.withDefaults();

  @Test
  void independentPromptsNearZero() {
    Benchmark benchmark = new Benchmark(19, 16);
    double truth = benchmark.passAtK(1);
    List<Coverage> found =
        CoverageStudy.of(
            "bootstrap of pass@1, 200 prompts x 16 rollouts, Beta(1, 19)",
            10_000_019,
            List.of("prompts resampled"),
            random ->
                List.of(
                    Held.of(
                        BOOTSTRAP.of(
                            "pass@1",
                            Benchmark.values(
                                benchmark.sample(Benchmark.independentPrompts(random), random),
                                new PassAtK(1)),
                            0),
                        truth)));
    found.get(0).assertNominal();
  }

  @Test
  void fiftyFamiliesOfFour() {
    Benchmark benchmark = new Benchmark(3, 16);
    double truth = benchmark.passAtK(8);
    Families families = Families.equal(50);
    List<String> names = families.names();
    List<Coverage> found =
        CoverageStudy.of(
            "bootstrap of pass@8, 200 prompts x 16 rollouts, 50 families of 4",
            11_000_027,
            List.of("families resampled", "rival: prompts resampled"),
            random -> {
              double[] values =
                  Benchmark.values(
                      benchmark.sample(families.prompts(random), random), new PassAtK(8));
              return List.of(
                  Held.of(BOOTSTRAP.of("pass@8", values, names, 0), truth),
                  Held.of(BOOTSTRAP.of("pass@8", values, 0), truth));
            });
    found.get(0).assertNominal();
    found.get(1).assertFails();
  }
}
