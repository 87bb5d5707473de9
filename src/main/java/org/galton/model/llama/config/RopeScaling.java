package org.galton.model.llama.config;

/**
 * How rotary frequencies are stretched for sequences longer than those of the pretraining, as in
 * {@code rope_scaling} or {@code rope_parameters} of a checkpoint's {@code config.json}. The
 * formulas are those of {@code RotaryFrequencies}.
 */
public sealed interface RopeScaling {
  /** Value of {@code rope_type}. */
  String type();

  /**
   * Longest sequence in tokens, by vLLM's rule, for Transformers sets no limit: {@code
   * max_position_embeddings} times the factor for {@code linear} and {@code dynamic}; {@code
   * original_max_position_embeddings} times the factor for {@code yarn}; {@code
   * max_position_embeddings} itself for {@code llama3} and without scaling.
   */
  int context(int maxPositions);

  /** Frequencies as trained. */
  record None() implements RopeScaling {
    @Override
    public String type() {
      return "default";
    }

    @Override
    public int context(int maxPositions) {
      return maxPositions;
    }
  }

  /** Every frequency divided by the factor: position interpolation (Chen et al., 2306.15595). */
  record Linear(double factor) implements RopeScaling {
    @Override
    public String type() {
      return "linear";
    }

    @Override
    public int context(int maxPositions) {
      return (int) (maxPositions * factor);
    }
  }

  /** A base that grows with the sequence once it is longer than {@code max_position_embeddings}. */
  record Dynamic(double factor) implements RopeScaling {
    @Override
    public String type() {
      return "dynamic";
    }

    @Override
    public int context(int maxPositions) {
      return (int) (maxPositions * factor);
    }
  }

  /**
   * Low frequencies divided by the factor, high ones kept, a smooth passage between (Llama 3.1).
   *
   * @param lowFrequencyFactor turns in {@code originalPositions} below which a frequency is divided
   * @param highFrequencyFactor turns above which it is kept
   * @param originalPositions longest sequence of the pretraining
   */
  record Llama3(
      double factor, double lowFrequencyFactor, double highFrequencyFactor, int originalPositions)
      implements RopeScaling {
    public Llama3 {
      if (!(highFrequencyFactor > lowFrequencyFactor)) {
        throw new IllegalArgumentException(
            "Invalid high_freq_factor "
                + highFrequencyFactor
                + ": expected more than low_freq_factor "
                + lowFrequencyFactor);
      }
    }

    @Override
    public String type() {
      return "llama3";
    }

    @Override
    public int context(int maxPositions) {
      return maxPositions;
    }
  }

  /**
   * Interpolation by parts with a temperature on attention: YaRN (Peng et al., arXiv 2309.00071).
   *
   * @param originalPositions longest sequence of the pretraining
   * @param attentionFactor multiplies cosines and sines
   * @param betaFast turns in {@code originalPositions} above which a frequency is kept
   * @param betaSlow turns below which it is divided by the factor
   * @param truncate whether the ends of the passage between are rounded to whole features
   */
  record Yarn(
      double factor,
      int originalPositions,
      double attentionFactor,
      double betaFast,
      double betaSlow,
      boolean truncate)
      implements RopeScaling {
    public Yarn {
      if (betaFast < betaSlow) {
        throw new IllegalArgumentException(
            "Invalid beta_fast " + betaFast + ": expected at least beta_slow " + betaSlow);
      }
    }

    /**
     * The attention factor where none is given: m(factor, 1), or m(factor, mscale) / m(factor,
     * mscaleAllDim) where both are given and neither is 0, with m(s, a) = 0.1 a ln s + 1 for s &gt;
     * 1 and 1 else.
     */
    public static double attentionFactor(double factor, double mscale, double mscaleAllDim) {
      return mscale != 0 && mscaleAllDim != 0
          ? magnitude(factor, mscale) / magnitude(factor, mscaleAllDim)
          : magnitude(factor, 1);
    }

    private static double magnitude(double scale, double weight) {
      return scale <= 1 ? 1 : 0.1 * weight * Math.log(scale) + 1;
    }

    @Override
    public String type() {
      return "yarn";
    }

    @Override
    public int context(int maxPositions) {
      return (int) (originalPositions * factor);
    }
  }
}
