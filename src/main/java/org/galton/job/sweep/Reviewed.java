package org.galton.job.sweep;

import java.util.List;
import java.util.Optional;
import org.galton.job.gate.JudgedGate;

/**
 * What a run brought against the last complete one.
 *
 * @param since run that was compared with; empty where there is none
 * @param fresh models that it did not have
 * @param newest figures of each training's newest checkpoint
 * @param gates judged
 */
public record Reviewed(
    Optional<String> since, List<String> fresh, List<Newest> newest, List<JudgedGate> gates) {
  static final Reviewed NOTHING = new Reviewed(Optional.empty(), List.of(), List.of(), List.of());

  /**
   * A training's newest checkpoint on a task.
   *
   * @param figure as printed: pass@1
   * @param low of its 95 % interval; null where it has none
   * @param high likewise
   * @param change against an earlier checkpoint; empty where there is none, or it is the same
   */
  public record Newest(
      String model,
      String task,
      String sampling,
      String figure,
      Double value,
      Double low,
      Double high,
      Optional<Change> change) {}

  /**
   * A difference to an earlier checkpoint on the prompts of both.
   *
   * @param low of its 95 % interval; null where it has none
   * @param high likewise
   */
  public record Change(String baseline, double difference, Double low, Double high) {}

  public boolean missed() {
    return gates.stream().anyMatch(JudgedGate::missed);
  }
}
