package org.galton.study.information;

import static org.galton.report.Figures.format;

import java.util.Arrays;
import java.util.List;
import org.galton.information.ContinuousEstimator;
import org.galton.information.NearestNeighbourInformation;
import org.galton.information.SourceInformation;
import org.galton.information.TieNoise;
import org.galton.numerics.PortableStream;

/** Questions to columns of numbers: the target's numbers are shuffled over the rows. */
record ContinuousQuestions(
    InformationRequest request,
    GivenColumns data,
    ContinuousEstimator estimator,
    List<String> warnings)
    implements InformationQuestions {

  @Override
  public Question information(List<String> x, String y) {
    double[][] sources = x.stream().map(this::numbers).toArray(double[][]::new);
    double[] target = numbers(y);
    String title = InformationQuestions.title(x, y);
    return new Question(
        title,
        List.of(new Quantity(title, request.estimator().toString())),
        information(sources, target),
        stream -> information(sources, shuffled(target, stream)));
  }

  private double[] information(double[][] sources, double[] target) {
    return new double[] {estimator.information(sources, new double[][] {target})};
  }

  @Override
  public Question decomposition(PidColumns pid) {
    double[][] first = {numbers(pid.first())};
    double[][] second = {numbers(pid.second())};
    double[] target = numbers(pid.target());
    return new Question(
        InformationQuestions.title(List.of(pid.first(), pid.second()), pid.target()),
        InformationQuestions.quantities(pid, request.estimator(), request.measures()),
        decomposition(first, second, target),
        stream -> decomposition(first, second, shuffled(target, stream)));
  }

  private double[] decomposition(double[][] first, double[][] second, double[] target) {
    SourceInformation known =
        SourceInformation.of(first, second, new double[][] {target}, estimator);
    return InformationQuestions.values(known, List.of(known.decomposed(known.least())));
  }

  private double[] numbers(String name) {
    double[] numbers = data.named(name).numbers(request.estimator());
    if (!(estimator instanceof NearestNeighbourInformation) || !TieNoise.isNeeded(numbers)) {
      return numbers;
    }
    String warning =
        format(
            "column '%s' has %,d different values in %,d rows; %s counts neighbours and told equal values apart by noise of 1e-8 of the range: with many of them use an estimator of discrete values",
            name, Arrays.stream(numbers).distinct().count(), numbers.length, request.estimator());
    if (!warnings.contains(warning)) {
      warnings.add(warning);
    }
    return TieNoise.added(numbers, PortableStream.of(request.test().seed(), name, "tie noise", 0));
  }

  private static double[] shuffled(double[] target, PortableStream stream) {
    return Arrays.stream(stream.permutation(target.length)).mapToDouble(i -> target[i]).toArray();
  }
}
