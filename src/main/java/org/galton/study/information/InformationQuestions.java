package org.galton.study.information;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.galton.information.Decomposition;
import org.galton.information.InformationEstimator;
import org.galton.information.PidMeasure;
import org.galton.information.SourceInformation;
import org.galton.numerics.PortableStream;

/** Statistics of columns, and how they come out once the target is shuffled. */
sealed interface InformationQuestions permits DiscreteQuestions, ContinuousQuestions {

  Question information(List<String> x, String y);

  Question decomposition(PidColumns columns);

  /**
   * A statistic.
   *
   * @param method what it was computed by
   * @param signed whether low values say as much as high ones
   */
  record Quantity(String name, String method, boolean signed) {
    Quantity(String name, String method) {
      this(name, method, false);
    }
  }

  /**
   * @param group names the columns, and seeds the shuffles
   * @param observed one for each quantity
   * @param surrogate the same on a shuffle
   */
  record Question(
      String group,
      List<Quantity> quantities,
      double[] observed,
      Function<PortableStream, double[]> surrogate) {}

  static String title(List<String> x, String y) {
    return "I(%s; %s)".formatted(String.join(", ", x), y);
  }

  static List<Quantity> quantities(
      PidColumns pid, InformationEstimator estimator, List<PidMeasure> measures) {
    List<Quantity> quantities = new ArrayList<>();
    String method = estimator.toString();
    quantities.add(new Quantity(title(List.of(pid.first()), pid.target()), method));
    quantities.add(new Quantity(title(List.of(pid.second()), pid.target()), method));
    quantities.add(new Quantity(title(List.of(pid.first(), pid.second()), pid.target()), method));
    for (PidMeasure measure : measures) {
      String name = measure.name().toLowerCase(Locale.ROOT);
      quantities.add(new Quantity("redundancy", name));
      quantities.add(new Quantity("unique " + pid.first(), name));
      quantities.add(new Quantity("unique " + pid.second(), name));
      quantities.add(new Quantity("synergy", name));
    }
    return quantities;
  }

  /** In the order of {@link #quantities}. */
  static double[] values(SourceInformation known, List<Decomposition> atoms) {
    double[] values = new double[3 + 4 * atoms.size()];
    values[0] = known.first();
    values[1] = known.second();
    values[2] = known.both();
    for (int i = 0; i < atoms.size(); i++) {
      values[3 + 4 * i] = atoms.get(i).redundancy();
      values[4 + 4 * i] = atoms.get(i).unique1();
      values[5 + 4 * i] = atoms.get(i).unique2();
      values[6 + 4 * i] = atoms.get(i).synergy();
    }
    return values;
  }
}
