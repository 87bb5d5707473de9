package org.galton.reinforce;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.reward.loss.KlPenalty;
import org.galton.reward.loss.TokenLoss;
import org.galton.reward.loss.TokenTerms;
import org.galton.train.policy.DivisibleObjective;

/**
 * The objective of a step, with weights of the whole batch; keeps account of the ratios that it
 * sees. Tokens that were put in are no part of it. Where a log-probability is not a number it says
 * so and gives no gradient.
 */
final class BatchObjective implements DivisibleObjective<BatchObjective.Sums> {
  private static final long serialVersionUID = 1L;

  private final TokenLoss loss;
  private final List<TokenTrace> traces;
  private final double[][] advantages;
  private final double[] weights;
  private final Reference reference;
  private double objective;
  private double diverged;
  private double ratios;
  private double largestRatio;
  private double logRatios;
  private double largestLogRatio;
  private long low;
  private long high;
  private long tokens;
  private boolean finite = true;

  /**
   * The start, near which the policy is kept.
   *
   * @param logprobs of each rollout's tokens under it
   */
  record Reference(KlPenalty penalty, List<float[]> logprobs) implements Serializable {
    private Reference share(List<Integer> rollouts) {
      return new Reference(penalty, rollouts.stream().map(logprobs::get).toList());
    }

    double[] of(int rollout, TokenTrace trace) {
      float[] own = trace.drawn(logprobs.get(rollout));
      return IntStream.range(0, own.length).mapToDouble(t -> own[t]).toArray();
    }
  }

  /** What was seen of the batch, or of a share of it. */
  record Sums(
      double objective,
      double diverged,
      double ratios,
      double largestRatio,
      double logRatios,
      double largestLogRatio,
      long low,
      long high,
      long tokens,
      boolean finite)
      implements Serializable {}

  /**
   * @param advantages of each drawn token of a rollout
   * @param weights of each token of a rollout
   */
  BatchObjective(
      TokenLoss loss,
      List<TokenTrace> traces,
      double[][] advantages,
      double[] weights,
      Optional<Reference> reference) {
    this.loss = loss;
    this.traces = List.copyOf(traces);
    this.advantages = advantages;
    this.weights = weights;
    // Absence as null: an Optional does not travel.
    this.reference = reference.orElse(null);
  }

  @Override
  public BatchObjective share(List<Integer> rollouts) {
    return new BatchObjective(
        loss,
        rollouts.stream().map(traces::get).toList(),
        rollouts.stream().map(rollout -> advantages[rollout]).toArray(double[][]::new),
        rollouts.stream().mapToDouble(rollout -> weights[rollout]).toArray(),
        reference().map(start -> start.share(rollouts)));
  }

  private Optional<Reference> reference() {
    return Optional.ofNullable(reference);
  }

  @Override
  public Sums account() {
    return new Sums(
        objective,
        diverged,
        ratios,
        largestRatio,
        logRatios,
        largestLogRatio,
        low,
        high,
        tokens,
        finite);
  }

  @Override
  public void add(Sums share) {
    objective += share.objective();
    diverged += share.diverged();
    ratios += share.ratios();
    largestRatio = Math.max(largestRatio, share.largestRatio());
    logRatios += share.logRatios();
    largestLogRatio = Math.max(largestLogRatio, share.largestLogRatio());
    low += share.low();
    high += share.high();
    tokens += share.tokens();
    finite &= share.finite();
  }

  @Override
  public double[] coefficients(int rollout, float[] ofAllTokens) {
    TokenTrace trace = traces.get(rollout);
    float[] logprobs = trace.drawn(ofAllTokens);
    float[] behaviour = trace.drawn(trace.logprobs());
    double[] trained = new double[logprobs.length];
    double[] drawn = new double[logprobs.length];
    for (int t = 0; t < logprobs.length; t++) {
      trained[t] = logprobs[t];
      drawn[t] = behaviour[t];
      finite &= Float.isFinite(logprobs[t]) && Float.isFinite(behaviour[t]);
    }
    if (!finite) {
      return new double[ofAllTokens.length];
    }
    TokenTerms terms = loss.terms(advantages[rollout], trained, drawn);
    for (int t = 0; t < trained.length; t++) {
      double log = Math.abs(trained[t] - drawn[t]);
      logRatios += log;
      largestLogRatio = Math.max(largestLogRatio, log);
      ratios += terms.ratios()[t];
      largestRatio = Math.max(largestRatio, terms.ratios()[t]);
    }
    tokens += trained.length;
    low += terms.clippedLow();
    high += terms.clippedHigh();
    TokenTerms penalised =
        reference().map(start -> terms.plus(penalty(start, rollout, trained))).orElse(terms);
    objective += weights[rollout] * penalised.objective();
    double[] coefficients = new double[trained.length];
    for (int t = 0; t < coefficients.length; t++) {
      coefficients[t] = weights[rollout] * penalised.coefficients()[t];
    }
    return trace.masked(coefficients);
  }

  private TokenTerms penalty(Reference start, int rollout, double[] trained) {
    TokenTerms penalty = start.penalty().terms(trained, start.of(rollout, traces.get(rollout)));
    diverged -= penalty.objective() / start.penalty().weight();
    return penalty;
  }

  /** Whether every log-probability was a number. */
  boolean isFinite() {
    return finite && Double.isFinite(objective);
  }

  double objective() {
    return objective;
  }

  long tokens() {
    return tokens;
  }

  /** Mean over tokens of the estimated divergence from the start; nothing where it is not asked. */
  OptionalDouble divergence() {
    return reference == null ? OptionalDouble.empty() : OptionalDouble.of(diverged / tokens);
  }

  double ratioMean() {
    return ratios / tokens;
  }

  double ratioMax() {
    return largestRatio;
  }

  double logRatioMean() {
    return logRatios / tokens;
  }

  double logRatioMax() {
    return largestLogRatio;
  }

  double clippedLow() {
    return (double) low / tokens;
  }

  double clippedHigh() {
    return (double) high / tokens;
  }
}
