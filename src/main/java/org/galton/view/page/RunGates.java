package org.galton.view.page;

import java.util.List;
import org.galton.report.VisibleText;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.galton.spec.ValueType;

/**
 * How the gates of a run's spec ended.
 *
 * @param asked as the spec has them
 * @param judged verdicts on them; a gate has one for each training, task and sampling
 * @param missed of these
 */
public record RunGates(List<String> asked, int judged, int missed) {
  private static final String KEY = "\ngates:";
  private static final int LONGEST = 800;

  static RunGates of(String spec, int judged, int missed) {
    return new RunGates(spec.contains(KEY) ? read(spec) : List.of(), judged, missed);
  }

  private static List<String> read(String spec) {
    try {
      return new SpecSource("the stored spec", spec, List.of())
          .read(
              section -> {
                section.leaveRest();
                return section.list("gates", ValueType.text(), List.of()).stream()
                    .map(gate -> VisibleText.line(gate, LONGEST))
                    .toList();
              });
    } catch (InvalidInput e) {
      return List.of(); // Of another kind of run, or of another version.
    }
  }

  /** For a list of runs; empty where there is no gate. */
  public String word() {
    if (judged > 0) {
      return "%d of %d gates missed".formatted(missed, judged);
    }
    return asked.isEmpty()
        ? ""
        : asked.size() + (asked.size() == 1 ? " gate" : " gates") + ", no verdicts";
  }
}
