package org.galton.bench;

/**
 * One pass over some requests.
 *
 * @param steps of a decode loop, each of which feeds one token to every slot
 * @param setupSeconds of {@code seconds}, those until every slot had its prompt; 0 where not known
 * @param seconds of wall time
 * @param cpuSeconds of all threads of the process
 */
public record DecodeTiming(
    long rollouts,
    long tokens,
    long steps,
    double setupSeconds,
    double seconds,
    double cpuSeconds) {

  public double tokensPerSecond() {
    return tokens / seconds;
  }

  public double tokensPerCpuSecond() {
    return tokens / cpuSeconds;
  }

  /** Of the time after the setup. */
  public double secondsPerStep() {
    return (seconds - setupSeconds) / steps;
  }

  /**
   * What {@code factor} times as many rollouts would take one after another: the setup stays, the
   * rest grows in proportion.
   */
  public DecodeTiming scaled(double factor) {
    double scaled = setupSeconds + factor * (seconds - setupSeconds);
    return new DecodeTiming(
        Math.round(factor * rollouts),
        Math.round(factor * tokens),
        Math.round(factor * steps),
        setupSeconds,
        scaled,
        cpuSeconds * scaled / seconds);
  }
}
