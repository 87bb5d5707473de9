package org.galton.reinforce.page;

/**
 * The steps at which something was so.
 *
 * @param first of them; 0 where there is none
 * @param worst the largest figure among them
 * @param worstStep where that was
 */
record AlarmSteps(int count, int first, int last, double worst, int worstStep) {
  static final AlarmSteps NONE = new AlarmSteps(0, 0, 0, 0, 0);

  AlarmSteps plus(int step, double figure) {
    boolean isWorst = count == 0 || figure > worst;
    return new AlarmSteps(
        count + 1,
        count == 0 ? step : first,
        step,
        isWorst ? figure : worst,
        isWorst ? step : worstStep);
  }

  boolean isAny() {
    return count > 0;
  }

  /** As in "3 of 60 steps, the first is 12, the last 57". */
  String of(int steps) {
    return count == 1
        ? "1 of %,d steps, step %d".formatted(steps, first)
        : "%,d of %,d steps, the first is %d, the last %d".formatted(count, steps, first, last);
  }
}
