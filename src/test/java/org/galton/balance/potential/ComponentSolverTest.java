package org.galton.balance.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.galton.balance.LogMove;
import org.galton.balance.MoveKernel;
import org.galton.balance.WorkedExamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComponentSolverTest {

  @ParameterizedTest
  @EnumSource(ViolationFunction.class)
  void findsWhatKernelsInBalanceWereMadeOf(ViolationFunction function) {
    for (double range : new double[] {0, 5, 80, 700}) {
      WorkedExamples.Made made = WorkedExamples.reversible(200, 4, range, 0, 17);
      Landscape landscape = fit(function, made.kernel());
      assertThat(largestError(landscape, made.potential())).isLessThan(1e-12 * (1 + range));
      assertThat(landscape.actionExcess()).isLessThanOrEqualTo(1e-12 * landscape.action());
      assertThat(landscape.imbalance()).isLessThan(1e-11);
    }
  }

  /** Compared on the action: near its minimum a first-order search knows no more. */
  @ParameterizedTest
  @EnumSource(ViolationFunction.class)
  void agreesWithAnIndependentSearch(ViolationFunction function) {
    for (int seed = 1; seed <= 5; seed++) {
      MoveKernel kernel = WorkedExamples.reversible(12, 2, 3, 1.5, seed).kernel();
      Landscape landscape = fit(function, kernel);
      double[] found = search(function, kernel);
      assertThat(landscape.action())
          .as("seed " + seed)
          .isEqualTo(action(function, kernel, found), within(1e-9 * landscape.action()));
      for (int state = 0; state < 12; state++) {
        assertThat(landscape.potential(state).getAsDouble() - landscape.potential(0).getAsDouble())
            .as("seed " + seed)
            .isEqualTo(found[state] - found[0], within(1e-4));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ViolationFunction.class)
  void settlesOnLongRangesOutOfBalance(ViolationFunction function) {
    for (double range : new double[] {5, 60, 600}) {
      for (int chords : new int[] {0, 1, 6}) {
        Landscape landscape =
            fit(function, WorkedExamples.reversible(150, chords, range, 1, 5).kernel());
        assertThat(landscape.imbalance())
            .as("range %s, %d chords", range, chords)
            .isLessThan(1e-11);
        assertThat(landscape.actionExcess()).isNotNegative();
      }
    }
  }

  /** A cut of 1e-25 of the flows beside it: its balance is lost in every single state's. */
  @ParameterizedTest
  @EnumSource(ViolationFunction.class)
  void balancesWeakCutsToTheDigit(ViolationFunction function) {
    double weak = Math.log(1e-25);
    List<LogMove> moves = new ArrayList<>();
    for (int half = 0; half < 2; half++) {
      for (int i = 0; i < 3; i++) {
        int source = 3 * half + i;
        int target = 3 * half + (i + 1) % 3;
        moves.add(new LogMove(source, target, Math.log(0.3)));
        moves.add(new LogMove(target, source, Math.log(0.1)));
      }
    }
    moves.add(new LogMove(0, 3, weak));
    moves.add(new LogMove(3, 0, weak - 4));
    moves.add(new LogMove(1, 4, weak + 1));
    moves.add(new LogMove(4, 1, weak - 9));
    Landscape landscape = fit(function, LogMove.kernel(6, moves));
    double fall = landscape.potential(0).getAsDouble() - landscape.potential(3).getAsDouble();
    double out = flow(function, 0, fall) + flow(function, 1, fall);
    double in = flow(function, -4, -fall) + flow(function, -9, -fall);
    assertThat(Math.log(out / in)).isEqualTo(0, within(1e-10));
    assertThat(landscape.potential(1).getAsDouble())
        .isEqualTo(landscape.potential(0).getAsDouble(), within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(ViolationFunction.class)
  void reachesTheEndsOfALongPath(ViolationFunction function) {
    int states = 20_000;
    List<LogMove> moves = new ArrayList<>();
    for (int i = 0; i + 1 < states; i++) {
      moves.add(new LogMove(i, i + 1, -1 - 0.01));
      moves.add(new LogMove(i + 1, i, -1));
    }
    Landscape landscape = fit(function, LogMove.kernel(states, moves));
    double climb =
        landscape.potential(states - 1).getAsDouble() - landscape.potential(0).getAsDouble();
    assertThat(climb).isEqualTo(0.01 * (states - 1), within(1e-8));
    assertThat(landscape.newtonSteps()).isZero();
  }

  /** What no sweep and no diagonal could solve in the life of a test. */
  @ParameterizedTest
  @EnumSource(ViolationFunction.class)
  void settlesALongRingInAFewSteps(ViolationFunction function) {
    Landscape landscape = fit(function, WorkedExamples.reversible(5000, 0, 5, 1, 2).kernel());
    assertThat(landscape.imbalance()).isLessThan(1e-11);
    assertThat(landscape.sweeps()).isLessThan(40);
    assertThat(landscape.iterations()).isLessThan(200);
  }

  /** Moves drawn without regard to each other, most of them one way, over 100 nats. */
  @ParameterizedTest
  @EnumSource(ViolationFunction.class)
  void settlesKernelsOfOneWayCycles(ViolationFunction function) {
    for (int seed = 1; seed <= 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int states = 4 + random.nextInt(40);
      Map<List<Integer>, LogMove> moves = new HashMap<>();
      for (int i = 0; i < 3 * states; i++) {
        int source = random.nextInt(states);
        int target = random.nextInt(states);
        if (source != target) {
          moves.put(
              List.of(source, target), new LogMove(source, target, -100 * random.nextDouble()));
        }
      }
      Landscape landscape = fit(function, LogMove.kernel(states, List.copyOf(moves.values())));
      assertThat(landscape.imbalance()).as("seed " + seed).isLessThan(1e-10);
      assertThat(landscape.action()).as("seed " + seed).isFinite().isPositive();
      assertThat(landscape.action())
          .as("seed " + seed)
          .isLessThanOrEqualTo(landscape.actionAtZero());
    }
  }

  /** One pair tilts by 10 nats, the others not at all: they share what it cannot have. */
  @ParameterizedTest
  @EnumSource(ViolationFunction.class)
  void spreadsAMismatchOverALongCycle(ViolationFunction function) {
    int states = 500;
    List<LogMove> moves = new ArrayList<>();
    for (int i = 0; i < states; i++) {
      moves.add(new LogMove(i, (i + 1) % states, i == 0 ? -2 + 10 : -12));
      moves.add(new LogMove((i + 1) % states, i, i == 0 ? -2 : -12));
    }
    Landscape landscape = fit(function, LogMove.kernel(states, moves));
    assertThat(landscape.imbalance()).isLessThan(1e-11);
    double step = landscape.potential(1).getAsDouble() - landscape.potential(2).getAsDouble();
    for (int i = 2; i + 1 < states; i++) {
      assertThat(landscape.potential(i).getAsDouble() - landscape.potential(i + 1).getAsDouble())
          .isEqualTo(step, within(1e-6 * Math.abs(step)));
    }
  }

  @ParameterizedTest
  @EnumSource(ViolationFunction.class)
  void doesNotDependOnTheNumbersOfStates(ViolationFunction function) {
    int states = 60;
    MoveKernel kernel = WorkedExamples.reversible(states, 3, 4, 1, 8).kernel();
    List<Integer> renamed = new ArrayList<>(IntStream.range(0, states).boxed().toList());
    Collections.shuffle(renamed, new Random(3));
    List<LogMove> moves =
        IntStream.range(0, kernel.moves())
            .mapToObj(
                move ->
                    new LogMove(
                        renamed.get(kernel.source(move)),
                        renamed.get(kernel.target(move)),
                        kernel.logProbability(move)))
            .toList();
    Landscape one = fit(function, kernel);
    Landscape other = fit(function, LogMove.kernel(states, moves));
    assertThat(other.action()).isEqualTo(one.action(), within(1e-13 * one.action()));
    for (int state = 0; state < states; state++) {
      assertThat(other.potential(renamed.get(state)).getAsDouble())
          .isEqualTo(one.potential(state).getAsDouble(), within(1e-10));
    }
  }

  @Test
  void repeatsItselfToTheBit() {
    MoveKernel kernel = WorkedExamples.reversible(300, 3, 4, 1, 8).kernel();
    Landscape one = fit(ViolationFunction.LOGISTIC, kernel);
    Landscape other = fit(ViolationFunction.LOGISTIC, kernel);
    assertThat(other.action()).isEqualTo(one.action());
    assertThat(IntStream.range(0, 300).mapToDouble(s -> other.potential(s).getAsDouble()))
        .containsExactlyElementsOf(
            IntStream.range(0, 300).mapToObj(s -> one.potential(s).getAsDouble()).toList());
  }

  private static Landscape fit(ViolationFunction function, MoveKernel kernel) {
    return LeastAction.withDefaults().with(function).of(kernel);
  }

  private static double flow(ViolationFunction function, double log, double fall) {
    return Math.exp(log + function.logSlope(fall));
  }

  private static double largestError(Landscape landscape, double[] potential) {
    return IntStream.range(0, potential.length)
        .mapToDouble(
            state ->
                landscape.potential(state).getAsDouble()
                    - landscape.potential(0).getAsDouble()
                    - potential[state]
                    + potential[0])
        .map(Math::abs)
        .max()
        .orElseThrow();
  }

  /** Restarted, as one run of the optimiser stops some digits short. */
  private static double[] search(ViolationFunction function, MoveKernel kernel) {
    double[] found = new double[kernel.states().size()];
    double scale = 1 / action(function, kernel, found);
    NonLinearConjugateGradientOptimizer optimizer =
        new NonLinearConjugateGradientOptimizer(
            NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE,
            new SimpleValueChecker(1e-15, 1e-15),
            1e-10,
            1e-12,
            1);
    for (int run = 0; run < 40; run++) {
      found =
          optimizer
              .optimize(
                  new MaxEval(1_000_000),
                  GoalType.MINIMIZE,
                  new InitialGuess(found),
                  new ObjectiveFunction(v -> scale * action(function, kernel, v)),
                  new ObjectiveFunctionGradient(v -> gradient(function, kernel, v, scale)))
              .getPoint();
    }
    return found;
  }

  /** The definition, in plain arithmetic. */
  private static double action(ViolationFunction function, MoveKernel kernel, double[] v) {
    double sum = 0;
    for (int move = 0; move < kernel.moves(); move++) {
      double fall = v[kernel.source(move)] - v[kernel.target(move)];
      sum +=
          kernel.probability(move)
              * (function == ViolationFunction.EXP
                  ? Math.exp(-fall / 2)
                  : Math.log(1 + Math.exp(-fall)));
    }
    return sum / v.length;
  }

  private static double[] gradient(
      ViolationFunction function, MoveKernel kernel, double[] v, double scale) {
    double[] gradient = new double[v.length];
    for (int move = 0; move < kernel.moves(); move++) {
      double fall = v[kernel.source(move)] - v[kernel.target(move)];
      double slope =
          function == ViolationFunction.EXP ? -Math.exp(-fall / 2) / 2 : -1 / (1 + Math.exp(fall));
      double flow = scale * kernel.probability(move) * slope / v.length;
      gradient[kernel.source(move)] += flow;
      gradient[kernel.target(move)] -= flow;
    }
    return gradient;
  }
}
