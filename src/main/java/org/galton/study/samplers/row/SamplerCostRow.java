package org.galton.study.samplers.row;

/** A row of {@code sampler_costs}; see its schema for the columns. A NULL is null. */
public record SamplerCostRow(
    String runId,
    String model,
    String task,
    String sampling,
    String generation,
    boolean biased,
    int rollouts,
    double tokens,
    double verifierCalls,
    Double deviceSeconds,
    int prompts,
    double solved,
    Double solvedLow,
    Double solvedHigh,
    double distinctRight) {

  /** The same under a shorter name of its sampling. */
  public SamplerCostRow named(String shorter) {
    return new SamplerCostRow(
        runId,
        model,
        task,
        shorter,
        generation,
        biased,
        rollouts,
        tokens,
        verifierCalls,
        deviceSeconds,
        prompts,
        solved,
        solvedLow,
        solvedHigh,
        distinctRight);
  }
}
