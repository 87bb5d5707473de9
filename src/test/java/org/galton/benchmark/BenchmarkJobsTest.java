package org.galton.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.galton.benchmark.recipe.Recipe;
import org.galton.benchmark.recipe.Recipes;
import org.galton.spec.SpecSource;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The specs of {@code jobs/benchmarks}. */
final class BenchmarkJobsTest {
  static List<String> names() {
    return Recipes.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aJobAsksItsRecipeWithTheUsualSampling(String name) throws IOException {
    Path file = Path.of("jobs/benchmarks", name + ".yaml");
    SweepSpec spec = read(file.toString(), Files.readString(file));
    Recipe.UsualSampling usual = Recipes.of(name, BenchmarkSpec.FILES).sampling();
    SamplingWish sampling = spec.samplings().get(0);

    assertThat(spec.sweep()).isEqualTo(name);
    assertThat(spec.rollouts()).isEqualTo(usual.rollouts());
    assertThat(spec.samplings()).hasSize(1);
    assertThat(sampling.temperature()).hasValue(usual.temperature());
    assertThat(sampling.topP().orElse(1)).isEqualTo(usual.topP());
    assertThat(sampling.maxTokens()).isEqualTo(usual.maxTokens());
    assertThat(sampling.stop()).isEqualTo(usual.stop());
    assertThat(read("stored", spec.toYaml())).isEqualTo(spec);
  }

  private static SweepSpec read(String name, String yaml) {
    return SweepSpec.read(new SpecSource(name, yaml, List.of()), BenchmarkSpec.FILES);
  }
}
