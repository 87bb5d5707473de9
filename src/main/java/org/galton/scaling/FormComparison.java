package org.galton.scaling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.galton.numerics.Expect;

/**
 * Sigmoid against power law on several windows of one run: which has the smaller sum of squares on
 * the longest window, and how far the asymptote of each moves between windows. A form whose A moves
 * extrapolates nothing, however well it fits.
 *
 * <p>Khatri et al., The Art of Scaling Reinforcement Learning Compute for LLMs, 2025,
 * arXiv:2510.13786, appendix.
 *
 * @param windows as asked
 * @param preferred the form with the smaller sum of squares on the window with most points
 * @param sigmoidMove largest less smallest A of the sigmoid over the windows
 * @param powerLawMove the same for the power law
 */
public record FormComparison(
    List<OnWindow> windows, Form preferred, double sigmoidMove, double powerLawMove) {
  private static final int FEWEST = 5;

  /** The two forms. */
  public enum Form {
    SIGMOID("sigmoid"),
    POWER_LAW("power law");

    private final String title;

    Form(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /** From one compute to another, both included. */
  public record Window(double from, double to) {
    public Window {
      Expect.that(from >= 0 && to > from, "window", from + " to " + to, "0 or more, and rising");
    }

    List<CurvePoint> of(List<CurvePoint> points) {
      return points.stream().filter(p -> p.compute() >= from && p.compute() <= to).toList();
    }
  }

  /** Both forms on one window. */
  public record OnWindow(Window window, int points, FitMethod.Optimum sigmoid, PowerLaw powerLaw) {}

  /**
   * From the first point and, where five points are left, from behind their first quarter, to the
   * last.
   */
  public static List<Window> windows(List<CurvePoint> points) {
    double last = points.get(points.size() - 1).compute();
    int later = points.size() / 4;
    return Stream.of(0, later)
        .distinct()
        .filter(first -> first == 0 || points.size() - first >= FEWEST)
        .map(first -> new Window(points.get(first).compute(), last))
        .toList();
  }

  /**
   * Fits both forms to each window, with A at most 1.
   *
   * @param start R0 of the sigmoid; empty where it is fitted, too
   * @throws IllegalArgumentException when a window holds fewer than five points
   */
  public static FormComparison of(
      List<CurvePoint> points, OptionalDouble start, List<Window> windows) {
    Expect.that(!windows.isEmpty(), "number of windows", 0, "1 or more");
    List<OnWindow> found = new ArrayList<>();
    for (Window window : windows) {
      List<CurvePoint> inside = window.of(points);
      Expect.that(
          inside.size() >= FEWEST,
          "window " + window.from() + " to " + window.to() + " with number of points",
          inside.size(),
          FEWEST + " or more");
      found.add(
          new OnWindow(
              window,
              inside.size(),
              LeastSquares.withDefaults().fit(inside, start),
              PowerLaw.of(inside)));
    }
    OnWindow longest = found.stream().max(Comparator.comparingInt(OnWindow::points)).orElseThrow();
    boolean sigmoid = longest.sigmoid().squares() <= longest.powerLaw().squares();
    return new FormComparison(
        List.copyOf(found),
        sigmoid ? Form.SIGMOID : Form.POWER_LAW,
        range(found.stream().mapToDouble(on -> on.sigmoid().curve().asymptote()).toArray()),
        range(found.stream().mapToDouble(on -> on.powerLaw().asymptote()).toArray()));
  }

  private static double range(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return high - low;
  }
}
