package org.galton.bench;

/**
 * All rollouts of one sampler, drawn once by one decode loop.
 *
 * @param right rollouts that the task's verdict accepts
 * @param tokens drawn, those of blocks that were thrown away included
 * @param blocks calls for a block; of plain rollouts the rollouts
 * @param rounds batches of blocks, each of which ends before the next begins
 * @param steps of the decode loop, each of which feeds one token to every slot
 * @param seconds of wall time
 * @param cpuSeconds of all threads of the process
 * @param drawingSeconds of {@code seconds}, those in which the model drew
 * @param verifierSeconds of {@code seconds}, those in which the task gave values and verdicts
 */
public record SamplerPass(
    long rollouts,
    long right,
    long tokens,
    long blocks,
    long rounds,
    long steps,
    double seconds,
    double cpuSeconds,
    double drawingSeconds,
    double verifierSeconds) {

  SamplerPass withRight(long number) {
    return new SamplerPass(
        rollouts,
        number,
        tokens,
        blocks,
        rounds,
        steps,
        seconds,
        cpuSeconds,
        drawingSeconds,
        verifierSeconds);
  }

  public double tokensPerSecond() {
    return tokens / seconds;
  }

  public double tokensPerCpuSecond() {
    return tokens / cpuSeconds;
  }

  public double rolloutsPerSecond() {
    return rollouts / seconds;
  }

  public double tokensPerRollout() {
    return (double) tokens / rollouts;
  }

  public double rightShare() {
    return (double) right / rollouts;
  }

  public double blocksPerRound() {
    return (double) blocks / rounds;
  }

  /** Share of the slots that drew a token, over all steps. */
  public double occupancy(int slots) {
    return tokens / ((double) steps * slots);
  }

  public double drawingShare() {
    return drawingSeconds / seconds;
  }

  public double verifierShare() {
    return verifierSeconds / seconds;
  }

  /** What is left: choosing the next blocks, and putting completions together. */
  public double searchShare() {
    return 1 - drawingShare() - verifierShare();
  }
}
