package org.galton.job;

/**
 * One pass over some requests.
 *
 * @param steps of the decode loop, each of which feeds one token to every slot
 * @param seconds of wall time
 * @param cpuSeconds of all threads of the process
 */
public record DecodeTiming(
    long rollouts, long tokens, long steps, double seconds, double cpuSeconds) {

  public double tokensPerSecond() {
    return tokens / seconds;
  }

  public double tokensPerCpuSecond() {
    return tokens / cpuSeconds;
  }

  public double secondsPerStep() {
    return seconds / steps;
  }
}
