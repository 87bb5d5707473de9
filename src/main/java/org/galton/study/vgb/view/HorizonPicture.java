package org.galton.study.vgb.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.study.vgb.row.VgbHorizonRow;

/**
 * Distance to the target against the number of tokens, on one task, a pair of lines for each kind
 * of values.
 *
 * @param alternative what it shows, for readers who cannot see it
 */
record HorizonPicture(String title, List<Line> lines, String alternative) {

  /** Of one kind of values. */
  record Line(String name, List<At> points) {}

  /**
   * @param oneWay total variation of guidance that never goes back
   * @param firstLeaf the same of the first leaf of the walk
   */
  record At(int tokens, double oneWay, double firstLeaf) {}

  static List<HorizonPicture> of(List<VgbHorizonRow> rows) {
    Map<String, Map<String, List<At>>> tasks = new LinkedHashMap<>();
    for (VgbHorizonRow row : rows) {
      tasks
          .computeIfAbsent(row.task(), task -> new LinkedHashMap<>())
          .computeIfAbsent(name(row), name -> new ArrayList<>())
          .add(new At(row.horizon(), row.oneWayTv(), row.firstLeafTv()));
    }
    List<HorizonPicture> pictures = new ArrayList<>();
    tasks.forEach(
        (task, lines) ->
            pictures.add(
                new HorizonPicture(
                    task,
                    lines.entrySet().stream()
                        .map(line -> new Line(line.getKey(), List.copyOf(line.getValue())))
                        .toList(),
                    "Distance to the target of " + task + " against tokens, by kind of values")));
    return List.copyOf(pictures);
  }

  private static String name(VgbHorizonRow row) {
    return row.samples() == null
        ? row.valueRule()
        : "%s, %,d samples".formatted(row.valueRule(), row.samples());
  }
}
