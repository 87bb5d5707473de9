package org.galton.balance.potential;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.galton.balance.Components;
import org.galton.balance.MoveKernel;
import org.galton.balance.MovePairs;

/**
 * A potential fitted to a kernel by {@link LeastAction}, and its action. No figure is infinite or
 * not a number: a state that no moves lead both from and back to has no potential.
 */
public final class Landscape {
  private final MoveKernel kernel;
  private final Components components;
  private final MovePairs pairs;
  private final ViolationFunction function;
  private final double beta;
  private final double[] potential;
  private final ComponentFit[] fits;
  private final double action;
  private final double actionAtZero;
  private final double lowerBound;

  private Landscape(
      MoveKernel kernel,
      Components components,
      MovePairs pairs,
      ViolationFunction function,
      double beta,
      double[] potential,
      ComponentFit[] fits,
      double action,
      double actionAtZero,
      double lowerBound) {
    this.kernel = kernel;
    this.components = components;
    this.pairs = pairs;
    this.function = function;
    this.beta = beta;
    this.potential = potential;
    this.fits = fits;
    this.action = action;
    this.actionAtZero = actionAtZero;
    this.lowerBound = lowerBound;
  }

  static Landscape of(
      MoveKernel kernel,
      Components components,
      MovePairs pairs,
      ViolationFunction function,
      double beta,
      double[] potential,
      ComponentFit[] fits) {
    double action = 0;
    double bound = 0;
    for (int pair = 0; pair < pairs.size(); pair++) {
      int first = pairs.first(pair);
      int second = pairs.second(pair);
      if (components.of(first) == components.of(second)) {
        double forward = pairs.logForward(pair);
        double backward = pairs.logBackward(pair);
        double fall = beta * (potential[first] - potential[second]);
        action += cost(function, forward, fall) + cost(function, backward, -fall);
        if (pairs.bothWays(pair)) {
          double balanced = forward - backward;
          bound += cost(function, forward, balanced) + cost(function, backward, -balanced);
        }
      }
    }
    int states = Math.max(1, kernel.states().size());
    return new Landscape(
        kernel,
        components,
        pairs,
        function,
        beta,
        potential,
        fits,
        action / states,
        function.atZero() * kernel.acceptance(),
        Math.min(bound, action) / states);
  }

  private static double cost(ViolationFunction function, double log, double fall) {
    return log == Double.NEGATIVE_INFINITY ? 0 : Math.exp(log + function.logValue(fall));
  }

  public MoveKernel kernel() {
    return kernel;
  }

  public Components components() {
    return components;
  }

  public MovePairs pairs() {
    return pairs;
  }

  public ViolationFunction function() {
    return function;
  }

  public double beta() {
    return beta;
  }

  /** Whether the state has a potential: its component has two states or more. */
  public boolean solved(int state) {
    return components.of(state) < fits.length;
  }

  /** V(f), mean 0 over its component, in units of 1/beta. */
  public OptionalDouble potential(int state) {
    return solved(state) ? OptionalDouble.of(potential[state]) : OptionalDouble.empty();
  }

  /** beta V(f) of a solved state. */
  public double nats(int state) {
    return beta * potential[state];
  }

  /** S at its minimum, over all states; 0 without moves inside components. */
  public double action() {
    return action;
  }

  /** S of a flat potential, K(0) sum T / Z: with moves between components. */
  public double actionAtZero() {
    return actionAtZero;
  }

  /**
   * What no potential can go below, met in detailed balance: the sum over pairs seen both ways of
   * the least that each could add, over Z. At most the action.
   */
  public double actionLowerBound() {
    return lowerBound;
  }

  /** Action above its lower bound: a size of violation, biased upward on few counts. */
  public double actionExcess() {
    return action - lowerBound;
  }

  /** Standard deviation (n - 1) of the potential over the largest component; none if unsolved. */
  public OptionalDouble potentialSd() {
    if (fits.length == 0) {
      return OptionalDouble.empty();
    }
    int[] states = components.states(0);
    double squares = Arrays.stream(states).mapToDouble(s -> potential[s] * potential[s]).sum();
    return OptionalDouble.of(Math.sqrt(squares / (states.length - 1)));
  }

  /** Sweeps of coordinate descent, over all components. */
  public int sweeps() {
    return Arrays.stream(fits).mapToInt(ComponentFit::sweeps).sum();
  }

  /** Newton steps between sweeps, over all components. */
  public int newtonSteps() {
    return Arrays.stream(fits).mapToInt(ComponentFit::newtonSteps).sum();
  }

  /** Iterations of conjugate gradients within Newton steps, over all components. */
  public int iterations() {
    return Arrays.stream(fits).mapToInt(ComponentFit::iterations).sum();
  }

  /** Largest |out - in| / (out + in) of a state: at most 1e-11, but where rounding forbids. */
  public double imbalance() {
    return Arrays.stream(fits).mapToDouble(ComponentFit::imbalance).max().orElse(0);
  }
}
