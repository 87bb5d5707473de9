package org.galton.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A section that a sweep's report does without.
 *
 * @param section its heading
 * @param needs the words for what it takes
 */
record LeftOut(String section, String needs) {

  static List<LeftOut> of(ChartData charts, List<Forest> forests, String tooFewCheckpoints) {
    List<LeftOut> left = new ArrayList<>();
    if (charts.curves().isEmpty()) {
      left.add(new LeftOut("What more rollouts bring", "two rollouts of a prompt or more"));
    }
    if (charts.undrawn().isEmpty()) {
      left.add(new LeftOut("What was never drawn", "answers, and rollouts that are right"));
    }
    if (forests.isEmpty()) {
      left.add(
          new LeftOut(
              "Which differences stand out", "two models, or two samplings, on the same prompts"));
    }
    if (charts.compute().isEmpty()) {
      left.add(
          new LeftOut(
              "Pass rate against training compute",
              "two models that know their training compute and have a pass rate"));
    }
    if (charts.scaling().isEmpty()) {
      left.add(
          new LeftOut(
              "Where the training would end",
              "five checkpoints of one training that know their training compute"
                  + (tooFewCheckpoints.isEmpty() ? "" : " (" + tooFewCheckpoints + ")")));
    }
    return left;
  }
}
