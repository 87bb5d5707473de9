package org.galton.junk.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.galton.junk.dose.DoseBlock;
import org.galton.junk.dose.DoseOptions;
import org.galton.junk.dose.DoseResponse;
import org.galton.junk.dose.DoseSlope;
import org.galton.junk.dose.Trend;
import org.galton.numerics.Expect;
import org.galton.statistics.Interval;

/**
 * Whether repeated studies find what was planted.
 *
 * @param planted slope, points of the score for a percent of junk
 * @param expected slope that the mixtures at hand have without noise: posts are drawn, so other
 *     axes vary a little with the dose, too
 * @param slope mean over studies
 * @param held studies whose 95 % interval of the slope holds the planted one
 * @param found studies with a two-sided p of the trend of at most 0.05
 * @param effect mean of Hedges' g over studies that have one; NaN where none has
 */
public record Recovery(
    String name,
    double planted,
    double expected,
    int studies,
    double slope,
    int held,
    int found,
    double effect) {
  private static final double LOW = 0.05;

  /**
   * @param models in each study, one or more; one a dose
   */
  public static Recovery of(Design design, Planted planted, int models, int studies) {
    Expect.that(models >= 1, "models", models, "1 or more");
    Expect.that(studies >= 1, "studies", studies, "1 or more");
    double slope = planted.slope(design.axes());
    Planted silent = new Planted(planted.effects(), 0, planted.seed());
    double sum = 0;
    double effects = 0;
    int measured = 0;
    int held = 0;
    int found = 0;
    for (int study = 0; study < studies; study++) {
      DoseResponse response =
          DoseResponse.of(
              blocks(design, planted, models, study),
              new DoseOptions(0, 0.9, 1, planted.seed()),
              design.name());
      DoseSlope line = response.slope().orElseThrow();
      sum += line.value();
      held += line.interval().filter(interval -> holds(interval, slope)).isPresent() ? 1 : 0;
      found += response.trend().map(Trend::twoSided).orElse(1.0) <= LOW ? 1 : 0;
      if (response.effect().isPresent() && response.effect().get().g().isPresent()) {
        effects += response.effect().get().g().getAsDouble();
        measured++;
      }
    }
    return new Recovery(
        design.name(),
        slope,
        DoseSlope.of(blocks(design, silent, 1, 0)).orElseThrow().value(),
        studies,
        sum / studies,
        held,
        found,
        measured == 0 ? Double.NaN : effects / measured);
  }

  /** Without noise the interval is a point, up to rounding. */
  private static boolean holds(Interval interval, double slope) {
    return interval.low() - 1e-12 <= slope && slope <= interval.high() + 1e-12;
  }

  /** The scores of a study: of each model a block. */
  public static List<DoseBlock> blocks(Design design, Planted planted, int models, int study) {
    List<DoseBlock> blocks = new ArrayList<>();
    for (int model = 0; model < models; model++) {
      double[] scores = new double[design.doses().size()];
      for (int i = 0; i < scores.length; i++) {
        Map<Axis, Double> shares = design.shares().get(i);
        scores[i] =
            planted.score(shares, design.name() + "|" + design.doses().get(i), model, study);
      }
      blocks.add(
          new DoseBlock(
              design.doses().stream().mapToDouble(Double::doubleValue).toArray(), scores));
    }
    return blocks;
  }
}
