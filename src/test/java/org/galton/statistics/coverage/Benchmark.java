package org.galton.statistics.coverage;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.galton.statistics.PromptMetric;
import org.galton.statistics.Tally;

/**
 * Prompts with solve rates of law Beta(1, b), for which the true pass@k is known in closed form.
 *
 * <pre>  p = 1 - U^(1/b),   E[1 - (1-p)^k] = 1 - E[U^(k/b)] = k/(b + k)</pre>
 *
 * @param b how hard: 1 is uniform, 3 a mean solve rate of 0.25, 19 one of 0.05
 * @param rollouts per prompt
 */
record Benchmark(double b, int rollouts) {
  /** Prompts in every study. */
  static final int PROMPTS = 200;

  double passAtK(int k) {
    return k / (b + k);
  }

  /** One uniform number per prompt, from which its solve rate follows. */
  static double[] independentPrompts(SplittableRandom random) {
    return random.doubles(PROMPTS).toArray();
  }

  /** Each prompt's failure rate stays as it is with this probability, and else is drawn anew. */
  static double[] redrawn(double[] uniforms, double kept, SplittableRandom random) {
    return Arrays.stream(uniforms)
        .map(u -> random.nextDouble() < kept ? u : random.nextDouble())
        .toArray();
  }

  double solveRate(double uniform) {
    return 1 - Math.pow(uniform, 1 / b);
  }

  /** Draws the rollouts of each prompt. */
  Tally[] sample(double[] uniforms, SplittableRandom random) {
    return Arrays.stream(uniforms)
        .mapToObj(u -> sample(solveRate(u), random))
        .toArray(Tally[]::new);
  }

  private Tally sample(double rate, SplittableRandom random) {
    int correct = 0;
    for (int i = 0; i < rollouts; i++) {
      correct += random.nextDouble() < rate ? 1 : 0;
    }
    return new Tally(rollouts, correct);
  }

  /** The metric of each prompt. */
  static double[] values(Tally[] prompts, PromptMetric<Tally> metric) {
    return Arrays.stream(prompts)
        .mapToDouble(prompt -> metric.value(prompt).orElseThrow())
        .toArray();
  }
}
