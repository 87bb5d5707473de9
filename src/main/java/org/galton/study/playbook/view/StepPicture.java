package org.galton.study.playbook.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.study.playbook.row.PlaybookRow;
import org.galton.study.playbook.row.PlaybookScoreRow;

/**
 * A figure against steps, a line for each arm.
 *
 * @param share whether values are shares, 0 to 1
 * @param alternative what it shows, for readers who cannot see it
 */
record StepPicture(String title, String axis, boolean share, List<Line> lines, String alternative) {

  /** Of one arm. */
  record Line(String name, List<At> points) {}

  /** A value, with its interval where it has one. */
  record At(int step, double value, Double low, Double high) {}

  static List<StepPicture> of(List<PlaybookRow> versions, List<PlaybookScoreRow> scores) {
    int last = versions.stream().mapToInt(PlaybookRow::step).max().orElse(0);
    Map<String, List<At>> accuracy = new LinkedHashMap<>();
    for (PlaybookScoreRow row : scores) {
      if (row.accuracy() != null) {
        accuracy
            .computeIfAbsent(row.arm(), arm -> new ArrayList<>())
            .add(new At(row.step(), row.accuracy(), row.low(), row.high()));
      }
    }
    // One that is measured once does not change.
    accuracy.values().stream()
        .filter(points -> points.size() == 1 && points.get(0).step() < last)
        .forEach(
            points -> {
              At only = points.get(0);
              points.add(new At(last, only.value(), only.low(), only.high()));
            });
    Map<String, List<At>> tokens = new LinkedHashMap<>();
    for (PlaybookRow row : versions) {
      tokens
          .computeIfAbsent(row.arm(), arm -> new ArrayList<>())
          .add(new At(row.step(), row.tokens(), null, null));
    }
    return List.of(
        picture("Accuracy", "right answers", true, accuracy),
        picture("Size of the context", "tokens", false, tokens));
  }

  private static StepPicture picture(
      String title, String axis, boolean share, Map<String, List<At>> arms) {
    return new StepPicture(
        title,
        axis,
        share,
        arms.entrySet().stream()
            .map(arm -> new Line(arm.getKey(), List.copyOf(arm.getValue())))
            .toList(),
        title + " against steps, by arm");
  }
}
