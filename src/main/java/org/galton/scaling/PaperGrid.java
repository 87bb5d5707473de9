package org.galton.scaling;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.galton.numerics.Expect;
import org.galton.numerics.Logistic;
import org.jspecify.annotations.Nullable;

/**
 * The search of the paper: A from 0.450 to 0.800 in steps of 0.005, C_mid on 100 even places, and
 * for each pair the best B. Unweighted, on R itself.
 *
 * <p>B is sought among 400 values spread evenly in ln B from 0.05 to 10, then by golden section
 * between the neighbours of the best. Of equal sums of squares the smaller A wins, then the smaller
 * C_mid. The result is rounded to the grid, hence it has no interval; a result on the grid's edge
 * is none. R0 must be known. Cost: 40,000 passes over the points and 7,100 golden sections, some
 * tenths of a second for 30 points.
 *
 * <p>Khatri et al., The Art of Scaling Reinforcement Learning Compute for LLMs, 2025,
 * arXiv:2510.13786. The range of C_mid is not given there: the published values lie on even grids
 * of 100 up to 4,000 and 12,000 GPU-hours.
 *
 * @param minMidpoint smallest C_mid
 * @param maxMidpoint largest C_mid; empty for the larger of 4,000 and twice the largest compute
 */
public record PaperGrid(double minMidpoint, OptionalDouble maxMidpoint) implements FitMethod {
  private static final int ASYMPTOTES = 71;
  private static final int MIDPOINTS = 100;
  private static final int EXPONENTS = 400;
  private static final EvenPlaces LOG_EXPONENTS =
      new EvenPlaces(Math.log(0.05), Math.log(10), EXPONENTS);

  public PaperGrid {
    Expect.positive(minMidpoint, "smallest C_mid");
    if (maxMidpoint.isPresent()) {
      Expect.that(
          maxMidpoint.getAsDouble() > minMidpoint && Double.isFinite(maxMidpoint.getAsDouble()),
          "largest C_mid",
          maxMidpoint.getAsDouble(),
          "above " + minMidpoint);
    }
  }

  /** C_mid from 100 to max(4000, 2 max C). */
  public static PaperGrid withDefaults() {
    return new PaperGrid(100, OptionalDouble.empty());
  }

  public PaperGrid withMidpoints(double smallest, double largest) {
    return new PaperGrid(smallest, OptionalDouble.of(largest));
  }

  @Override
  public String title() {
    return "grid";
  }

  @Override
  public boolean fitsStart() {
    return false;
  }

  @Override
  public Optimum fit(List<CurvePoint> points, OptionalDouble start) {
    Sample sample = Sample.of(points);
    double r0 = start.orElseThrow();
    double largest =
        maxMidpoint.orElse(Math.max(Math.max(4000, minMidpoint * 40), 2 * Math.exp(sample.last())));
    EvenPlaces midpoints = new EvenPlaces(minMidpoint, largest, MIDPOINTS);
    @Nullable Cell found = null;
    for (int j = 0; j < MIDPOINTS; j++) {
      Column column = new Column(sample, r0, midpoints.at(j));
      double[][] sums = column.sums();
      for (int i = 0; i < ASYMPTOTES; i++) {
        Cell cell = column.best(sums, i, j);
        if (found == null || cell.isBetterThan(found)) {
          found = cell;
        }
      }
    }
    Cell best = Objects.requireNonNull(found);
    return new Optimum(
        new SigmoidCurve(r0, Math.max(r0, asymptote(best.a())), best.exponent(), best.midpoint()),
        best.squares(),
        edge(best, r0));
  }

  private static Optional<FitStatus> edge(Cell best, double r0) {
    if (best.a() == 0 || best.a() == ASYMPTOTES - 1 || asymptote(best.a()) <= r0) {
      return Optional.of(FitStatus.A_AT_BOUND);
    }
    double logExponent = Math.log(best.exponent());
    if (logExponent < LOG_EXPONENTS.low() + 1e-6 || logExponent > LOG_EXPONENTS.high() - 1e-6) {
      return Optional.of(FitStatus.B_AT_BOUND);
    }
    return best.m() == 0 || best.m() == MIDPOINTS - 1
        ? Optional.of(FitStatus.C_MID_AT_BOUND)
        : Optional.empty();
  }

  static double asymptote(int i) {
    return (90 + i) / 200.0;
  }

  /** A place of the grid by its indices, with the best exponent there. */
  private record Cell(int a, int m, double midpoint, double exponent, double squares) {
    boolean isBetterThan(Cell other) {
      return squares < other.squares
          || (squares == other.squares && (a < other.a || (a == other.a && m < other.m)));
    }
  }

  /** All pairs with one C_mid. */
  private record Column(Sample sample, double start, double midpoint) {

    /** For each exponent sum y^2, sum f y and sum f^2, y being R - R0: A needs no second pass. */
    double[][] sums() {
      double[][] sums = new double[EXPONENTS][3];
      for (int b = 0; b < EXPONENTS; b++) {
        double exponent = Math.exp(LOG_EXPONENTS.at(b));
        for (int i = 0; i < sample.size(); i++) {
          double f = share(exponent, i);
          double y = sample.reward()[i] - start;
          sums[b][0] += y * y;
          sums[b][1] += f * y;
          sums[b][2] += f * f;
        }
      }
      return sums;
    }

    Cell best(double[][] sums, int a, int m) {
      double gain = asymptote(a) - start;
      int best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int b = 0; b < EXPONENTS; b++) {
        double squares = sums[b][0] - 2 * gain * sums[b][1] + gain * gain * sums[b][2];
        if (squares < least) {
          least = squares;
          best = b;
        }
      }
      double exponent =
          Math.exp(LOG_EXPONENTS.minimumAround(best, log -> squares(gain, Math.exp(log))));
      return new Cell(a, m, midpoint, exponent, squares(gain, exponent));
    }

    private double squares(double gain, double exponent) {
      double squares = 0;
      for (int i = 0; i < sample.size(); i++) {
        double residual = sample.reward()[i] - start - gain * share(exponent, i);
        squares += residual * residual;
      }
      return squares;
    }

    private double share(double exponent, int i) {
      return Logistic.probability(exponent * (sample.logCompute()[i] - Math.log(midpoint)));
    }
  }
}
