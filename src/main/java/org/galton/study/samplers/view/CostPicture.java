package org.galton.study.samplers.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.report.VisibleText;
import org.galton.study.samplers.row.SamplerCostRow;

/**
 * Prompts solved against tokens, for the samplers of one model on one task that may stand in one
 * picture: those that draw from the law they aim at, or those that maximise or are biased.
 *
 * @param alternative what it shows, for readers who cannot see it
 */
record CostPicture(String title, List<Line> lines, String alternative) {
  private static final int MOST_LINES = 10;

  /** A sampler by the number of its rollouts. */
  record Line(String name, List<At> points) {}

  /**
   * @param low of its 95 % interval; null where it has none
   * @param high likewise
   */
  record At(int rollouts, double tokens, double solved, Double low, Double high) {}

  private record Place(String task, String model, boolean biased) {
    static Place of(SamplerCostRow row) {
      return new Place(row.task(), row.model(), row.biased());
    }
  }

  static List<CostPicture> of(List<SamplerCostRow> rows) {
    Map<Place, Map<String, List<At>>> places = new LinkedHashMap<>();
    for (SamplerCostRow row : rows) {
      if (row.tokens() > 0) {
        places
            .computeIfAbsent(Place.of(row), place -> new LinkedHashMap<>())
            .computeIfAbsent(row.sampling(), sampling -> new ArrayList<>())
            .add(
                new At(
                    row.rollouts(), row.tokens(), row.solved(), row.solvedLow(), row.solvedHigh()));
      }
    }
    List<CostPicture> pictures = new ArrayList<>();
    places.forEach((place, lines) -> pictures.add(picture(place, lines)));
    return List.copyOf(pictures);
  }

  private static CostPicture picture(Place place, Map<String, List<At>> lines) {
    String title =
        "%s on %s: samplers that %s"
            .formatted(
                VisibleText.line(place.model(), 120),
                VisibleText.line(place.task(), 120),
                place.biased() ? "maximise or are biased" : "draw from their law");
    return new CostPicture(
        title,
        lines.entrySet().stream()
            .limit(MOST_LINES)
            .map(
                line ->
                    new Line(VisibleText.line(line.getKey(), 160), List.copyOf(line.getValue())))
            .toList(),
        "Share of prompts solved against tokens of a prompt, " + title);
  }
}
