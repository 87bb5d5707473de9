package org.galton.study.scaling;

import java.io.Serializable;
import java.util.List;
import org.galton.scaling.CurveFitting;
import org.galton.scaling.FitMethod;
import org.galton.scaling.LeastSquares;
import org.galton.scaling.PaperGrid;
import org.galton.scaling.StartingReward;
import org.galton.spec.InvalidInput;

/**
 * What is asked of series of reward against compute.
 *
 * @param startingReward auto, free, first_point, zero_row or a number
 * @param method least_squares or grid
 * @param midpoints smallest and largest C_mid of the grid; empty for its default
 * @param minCompute lower end of the window
 * @param forecasts computes to forecast the reward at
 * @param alternatives what else to fit
 */
public record FitRequest(
    String startingReward,
    String method,
    List<Double> midpoints,
    double minCompute,
    List<Double> forecasts,
    FitAlternatives alternatives)
    implements Serializable {

  /**
   * @throws InvalidInput when an option is none, or two contradict each other
   */
  public FitRequest {
    midpoints = List.copyOf(midpoints);
    forecasts = forecasts.stream().distinct().sorted().toList();
    for (double compute : forecasts) {
      if (!(compute > 0 && Double.isFinite(compute))) {
        throw new InvalidInput(
            "Invalid --forecast " + compute + ": expected a finite compute above 0");
      }
    }
    if (!midpoints.isEmpty() && (midpoints.size() != 2 || !method.equals("grid"))) {
      throw new InvalidInput(
          "Invalid --midpoints "
              + midpoints
              + " with --method "
              + method
              + ": expected the smallest and the largest C_mid of --method grid, as 100,40000");
    }
    if (alternatives.resamples() > 0 && !method.equals("least_squares")) {
      throw new InvalidInput(
          "Invalid --bootstrap %d with --method %s: expected --method least_squares, which refits"
                  .formatted(alternatives.resamples(), method)
              + " resampled points");
    }
    fitting(startingReward, method, midpoints, minCompute);
  }

  /** Least squares, R0 by the number of points, no window, no forecasts. */
  public static FitRequest withDefaults() {
    return new FitRequest("auto", "least_squares", List.of(), 0, List.of(), FitAlternatives.none());
  }

  public FitRequest withStartingReward(String option) {
    return new FitRequest(option, method, midpoints, minCompute, forecasts, alternatives);
  }

  public FitRequest withMinCompute(double option) {
    return new FitRequest(startingReward, method, midpoints, option, forecasts, alternatives);
  }

  public FitRequest withForecasts(List<Double> option) {
    return new FitRequest(startingReward, method, midpoints, minCompute, option, alternatives);
  }

  public FitRequest with(FitAlternatives option) {
    return new FitRequest(startingReward, method, midpoints, minCompute, forecasts, option);
  }

  CurveFitting fitting() {
    return fitting(startingReward, method, midpoints, minCompute);
  }

  private static CurveFitting fitting(
      String startingReward, String method, List<Double> midpoints, double minCompute) {
    StartingReward start = start(startingReward);
    FitMethod chosen = method(method, midpoints);
    try {
      return CurveFitting.withDefaults().with(chosen).with(start).withMinCompute(minCompute);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(e.getMessage(), e);
    }
  }

  private static StartingReward start(String option) {
    return switch (option) {
      case "auto" -> new StartingReward.Automatic();
      case "free" -> new StartingReward.Free();
      case "first_point" -> new StartingReward.FirstPoint();
      case "zero_row" -> new StartingReward.ZeroRow();
      default -> fixed(option);
    };
  }

  private static StartingReward fixed(String option) {
    try {
      return new StartingReward.Fixed(Double.parseDouble(option));
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(
          "Invalid --r0 "
              + option
              + ": expected auto, free, first_point, zero_row or a number from 0 to 1",
          e);
    }
  }

  private static FitMethod method(String option, List<Double> midpoints) {
    if (option.equals("least_squares")) {
      return LeastSquares.withDefaults();
    }
    if (!option.equals("grid")) {
      throw new InvalidInput("Invalid --method " + option + ": expected least_squares or grid");
    }
    try {
      return midpoints.isEmpty()
          ? PaperGrid.withDefaults()
          : PaperGrid.withDefaults().withMidpoints(midpoints.get(0), midpoints.get(1));
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(e.getMessage(), e);
    }
  }
}
