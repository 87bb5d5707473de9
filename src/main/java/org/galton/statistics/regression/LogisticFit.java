package org.galton.statistics.regression;

import java.util.Arrays;
import java.util.List;
import org.galton.numerics.CompensatedSum;
import org.galton.numerics.Expect;
import org.galton.numerics.Logistic;
import org.galton.statistics.Confidence;
import org.galton.statistics.Interval;

/** What came of a logistic regression: coefficients, or why there are none to be read. */
public sealed interface LogisticFit {

  LogisticStatus status();

  /**
   * The point of largest likelihood.
   *
   * @param coefficients in the order of the terms
   * @param covariance of the coefficients, rows and columns in their order
   * @param logLikelihood weighted, nats
   * @param rows observations
   * @param iterations Newton steps
   */
  record Accepted(
      List<Coefficient> coefficients,
      List<List<Double>> covariance,
      double logLikelihood,
      int rows,
      int iterations)
      implements LogisticFit {
    public Accepted {
      coefficients = List.copyOf(coefficients);
      covariance = covariance.stream().map(List::copyOf).toList();
    }

    @Override
    public LogisticStatus status() {
      return LogisticStatus.OK;
    }

    /** Of this name. */
    public Coefficient coefficient(String term) {
      return coefficients.stream()
          .filter(coefficient -> coefficient.term().equals(term))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "Invalid term %s: expected one of %s"
                          .formatted(term, coefficients.stream().map(Coefficient::term).toList())));
    }

    /** Of success, at these values of the terms. */
    public double probability(double... terms) {
      return Logistic.probability(logit(terms));
    }

    /** Of the probability of success; normal on the scale of the logit. */
    public Interval interval(double confidence, double... terms) {
      double logit = logit(terms);
      double variance = 0;
      for (int i = 0; i < terms.length; i++) {
        for (int j = 0; j < terms.length; j++) {
          variance += terms[i] * terms[j] * covariance.get(i).get(j);
        }
      }
      double half = new Confidence(confidence).z() * Math.sqrt(Math.max(0, variance));
      return new Interval(Logistic.probability(logit - half), Logistic.probability(logit + half));
    }

    private double logit(double[] terms) {
      Expect.that(
          terms.length == coefficients.size(),
          "number of terms",
          terms.length,
          "as many as coefficients (" + coefficients.size() + ")");
      Expect.finite(terms, "value of a term");
      double[] products = new double[terms.length];
      Arrays.setAll(products, j -> terms[j] * coefficients.get(j).value());
      return CompensatedSum.of(products);
    }
  }

  /**
   * No coefficients: they would be infinite, or anything.
   *
   * @param reason with the numbers, to follow the status
   */
  record Refused(LogisticStatus status, String reason) implements LogisticFit {}
}
