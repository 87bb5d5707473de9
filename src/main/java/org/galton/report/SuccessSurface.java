package org.galton.report;

import java.util.List;

/** Success as the regression predicts it, over synergy and redundancy. */
record SuccessSurface(String title, Data data, String alternative, String note, FigureTable table) {

  record Data(
      List<Double> synergy,
      List<Double> redundancy,
      List<List<Double>> success,
      List<GroupPoint> groups) {}

  record GroupPoint(double synergy, double redundancy, boolean success) {}

  static List<SuccessSurface> of(EmergenceRows rows) {
    return List.of();
  }
}
