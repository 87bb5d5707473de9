package org.galton.reinforce.page;

import java.util.ArrayList;
import java.util.List;
import org.galton.reinforce.row.TrainingStepRow;

/**
 * The steps of a training as charts show them: at most {@value #MOST} points, each of the same
 * number of steps on end, the last of what is left. So a page is as long for ten thousand steps as
 * for two hundred, and no step is left out of it.
 *
 * @param each steps of a span
 */
record StepSpans(int each, List<StepSpan> spans) {
  static final int MOST = 200;

  static StepSpans of(List<TrainingStepRow> steps) {
    int each = Math.max(1, (steps.size() + MOST - 1) / MOST);
    List<StepSpan> spans = new ArrayList<>();
    for (int i = 0; i < steps.size(); i += each) {
      spans.add(new StepSpan(List.copyOf(steps.subList(i, Math.min(steps.size(), i + each)))));
    }
    return new StepSpans(each, List.copyOf(spans));
  }

  boolean isThinned() {
    return each > 1;
  }

  /** What a point stands for; empty where it is a step. */
  String rule() {
    return isThinned()
        ? "A point is the mean of %d steps on end, at the last of them; bands go from the least of them to the largest."
            .formatted(each)
        : "";
  }
}
