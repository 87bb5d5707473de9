package org.galton.study.emergence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.galton.emergence.EmergenceSettings;
import org.galton.information.DiscreteEstimator;
import org.galton.information.PidMeasure;
import org.galton.spec.InvalidInput;
import org.galton.study.emergence.row.EmergenceConditionRow;
import org.galton.study.emergence.row.EmergenceConditionRow.Figure;
import org.galton.study.emergence.row.Quantity;

/**
 * How far claims hang on choices that the question does not decide: bins (2, 3 and those asked
 * for), estimators (plug-in, Jeffreys, Miller-Madow and the one asked for) and measures.
 * Miller-Madow has no table of probabilities and goes with mmi only. Costs as much as so many
 * analyses without further surrogates.
 */
public final class SensitivityJob {
  private final SparkSession spark;

  public SensitivityJob(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * The diagnostics of every cell, those asked for first.
   *
   * @throws InvalidInput as {@link EmergenceJob}, and without null models
   */
  public List<SensitivityCell> run(EmergenceRequest request) {
    if (request.settings().nulls().isEmpty()) {
      throw new InvalidInput(
          "Cannot compare bins and estimators without null models: expected one, as raw figures differ by their bias");
    }
    Map<Figure, EmergenceConditionRow> asked = new HashMap<>();
    List<SensitivityCell> cells = new ArrayList<>();
    for (EmergenceSettings settings : grid(request.settings())) {
      EmergenceRequest variant =
          new EmergenceRequest(request.input(), settings, request.windows(), request.level());
      for (EmergenceConditionRow row : new EmergenceJob(spark).conditions(variant)) {
        if (Quantity.of(row.figure().statistic()).isDiagnostic()) {
          EmergenceConditionRow first = asked.putIfAbsent(row.figure(), row);
          cells.add(
              SensitivityCell.of(
                  settings.bins(),
                  settings.estimator(),
                  row,
                  first == null ? row : first,
                  request.level()));
        }
      }
    }
    return cells;
  }

  private static List<EmergenceSettings> grid(EmergenceSettings asked) {
    List<DiscreteEstimator> estimators =
        Stream.of(
                asked.estimator(),
                DiscreteEstimator.JEFFREYS,
                DiscreteEstimator.PLUG_IN,
                DiscreteEstimator.MILLER_MADOW)
            .distinct()
            .toList();
    return IntStream.of(asked.bins(), 2, 3)
        .distinct()
        .boxed()
        .flatMap(
            bins ->
                estimators.stream()
                    .map(
                        estimator ->
                            asked
                                .withBins(bins)
                                .withEstimator(estimator)
                                .withMeasures(measures(asked.measures(), bins, estimator))))
        .toList();
  }

  /** Miller and Madow's correction goes with mmi alone; the search of broja with two bins. */
  private static List<PidMeasure> measures(
      List<PidMeasure> asked, int bins, DiscreteEstimator estimator) {
    if (estimator == DiscreteEstimator.MILLER_MADOW) {
      return List.of(PidMeasure.MMI);
    }
    List<PidMeasure> quick =
        asked.stream().filter(measure -> bins == 2 || measure != PidMeasure.BROJA).toList();
    return quick.isEmpty() ? List.of(PidMeasure.MMI) : quick;
  }
}
