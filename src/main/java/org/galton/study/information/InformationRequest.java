package org.galton.study.information;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.galton.information.InformationEstimator;
import org.galton.information.PermutationTest;
import org.galton.information.PidMeasure;
import org.galton.spec.InvalidInput;

/**
 * What is asked about the columns of a file.
 *
 * @param input a file, or a folder of files of one format
 * @param x columns taken together; empty where only a decomposition is asked for
 * @param y the column that they may say something about
 * @param pid the columns of a decomposition
 * @param estimator of information
 * @param measures definitions of redundancy; empty for those that go with the estimator
 * @param bins into which columns of numbers are cut for an estimator of discrete values
 * @param test against shuffles
 * @param missing what becomes of a row without a value
 */
public record InformationRequest(
    String input,
    List<String> x,
    Optional<String> y,
    Optional<PidColumns> pid,
    InformationEstimator estimator,
    List<PidMeasure> measures,
    OptionalInt bins,
    PermutationTest test,
    MissingValues missing) {

  public InformationRequest {
    x = List.copyOf(x);
    measures = measures.isEmpty() ? usual(estimator) : measures.stream().distinct().toList();
    if (x.isEmpty() != y.isEmpty()) {
      throw new InvalidInput(
          "Invalid --%s without --%s: expected both, or --pid"
              .formatted(x.isEmpty() ? "y" : "x", x.isEmpty() ? "x" : "y"));
    }
    if (x.isEmpty() && pid.isEmpty()) {
      throw new InvalidInput("Missing --x and --y, or --pid: expected the columns to look at");
    }
    if ((y.isPresent() && x.contains(y.get())) || new LinkedHashSet<>(x).size() < x.size()) {
      throw new InvalidInput(
          "Invalid --x %s with --y %s: expected different columns"
              .formatted(String.join(",", x), y.orElse("")));
    }
    if (bins.isPresent() && (estimator.discrete().isEmpty() || bins.getAsInt() < 2)) {
      throw new InvalidInput(
          "Invalid --bins %d with --estimator %s: expected 2 or more bins, and an estimator of discrete values such as jeffreys"
              .formatted(bins.getAsInt(), estimator));
    }
    if (!estimator.hasTable() && !measures.equals(List.of(PidMeasure.MMI))) {
      throw new InvalidInput(
          "Invalid --measure with --estimator %s: expected mmi, the only one that needs no table of probabilities"
              .formatted(estimator));
    }
  }

  private static List<PidMeasure> usual(InformationEstimator estimator) {
    return estimator.hasTable()
        ? List.of(PidMeasure.IMIN, PidMeasure.MMI, PidMeasure.BROJA)
        : List.of(PidMeasure.MMI);
  }

  /** Every column that is used, once. */
  List<String> columns() {
    List<String> all = new ArrayList<>(x);
    y.ifPresent(all::add);
    pid.ifPresent(columns -> all.addAll(columns.all()));
    return all.stream().distinct().toList();
  }
}
