package org.galton.view.page;

import java.util.List;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.galton.spec.ValueType;

/**
 * The gates of a run's spec, and as much of how they ended as its exit code tells: each gate by
 * itself is not stored.
 *
 * @param gates as the spec has them
 * @param outcome in words; empty where there is no gate
 */
public record RunGates(List<String> gates, String outcome) {
  private static final String KEY = "\ngates:";

  /**
   * @param failed rollouts; null where the run counted nothing, and so judged nothing
   */
  static RunGates of(String spec, int exitCode, Long failed) {
    List<String> gates = spec.contains(KEY) ? read(spec) : List.of();
    return new RunGates(gates, gates.isEmpty() ? "" : outcome(gates.size(), exitCode, failed));
  }

  private static List<String> read(String spec) {
    try {
      return new SpecSource("the stored spec", spec, List.of())
          .read(
              section -> {
                section.leaveRest();
                return section.list("gates", ValueType.text(), List.of());
              });
    } catch (InvalidInput e) {
      return List.of(); // Of another kind of run, or of another version.
    }
  }

  private static String outcome(int gates, int exitCode, Long failed) {
    if (failed == null || exitCode > 1) {
      return "not judged";
    }
    if (exitCode == 0) {
      return gates == 1 ? "not missed" : "none missed";
    }
    if (failed > 0) {
      return "a gate missed, or too many failures";
    }
    return gates == 1 ? "missed" : "one or more missed";
  }

  /** For a list of runs; empty where there is no gate. */
  public String word() {
    return gates.isEmpty()
        ? ""
        : gates.size() + (gates.size() == 1 ? " gate: " : " gates: ") + outcome;
  }
}
