package org.galton.study.balance;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.galton.balance.Components;
import org.galton.balance.EstimatedKernel;
import org.galton.balance.KernelEstimation;
import org.galton.balance.MoveKernel;
import org.galton.balance.TransitionCounts;
import org.galton.balance.bootstrap.BalanceBootstrap;
import org.galton.balance.bootstrap.PotentialInterval;
import org.galton.balance.potential.Landscape;
import org.galton.balance.potential.LeastAction;
import org.galton.balance.potential.PairPlot;
import org.galton.balance.potential.ViolationFunction;
import org.galton.balance.stationary.EntropyProduction;
import org.galton.balance.test.BalanceFit;
import org.galton.balance.test.BinomialDeviance;
import org.galton.balance.test.CycleChiSquare;
import org.galton.balance.test.ExactCycleResult;
import org.galton.balance.test.ExactCycleTest;
import org.galton.balance.test.KolmogorovTest;
import org.galton.balance.test.TriangleFigures;
import org.galton.balance.test.Triangles;
import org.galton.balance.vote.VoteRule;
import org.galton.balance.vote.VoteSlope;
import org.galton.spec.InvalidInput;
import org.galton.study.balance.row.BalanceBoundRow;
import org.galton.study.balance.row.BalanceCycleRow;
import org.galton.study.balance.row.BalanceTest;
import org.galton.study.balance.row.BalanceTestRow;
import org.galton.study.balance.row.LandscapeRow;
import org.galton.study.balance.row.PotentialRow;

/** All that is computed about one agent. Its random numbers are named by the seed alone. */
record AgentAnalysis(String runId, BalanceRequest request) implements Serializable {
  /** Moves of a vote's kernel that are kept to be printed. */
  private static final int MOST_VOTED = 20_000;

  AgentBalance of(Agent agent) {
    try {
      return switch (request.counting()) {
        case COUNTS -> counted(agent);
        case PROBABILITIES -> exact(agent);
      };
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(
          "Cannot analyse %s of %s: %s"
              .formatted(agent.key(), request.transitions(), e.getMessage()),
          e);
    }
  }

  private AgentBalance counted(Agent agent) {
    EstimatedKernel estimate = estimation().of(agent.counts());
    TransitionCounts counts = estimate.counts();
    TestRows rows = new TestRows(runId, agent.key(), request);
    BinomialDeviance binomial = BinomialDeviance.of(counts);
    TriangleFigures triangles =
        Triangles.withDefaults().withMost(TestRows.MOST).of(counts, estimate.n0());
    ExactCycleResult exact = ExactCycleTest.withSeed(request.seed()).test(counts);
    BalanceFit chiSquare = CycleChiSquare.test(counts);
    List<BalanceTestRow> tests =
        List.of(
            rows.exact(exact),
            rows.fit(BalanceTest.CYCLE_CHI_SQUARE, chiSquare),
            rows.fit(BalanceTest.DEVIANCE, binomial.fit()),
            rows.figure(BalanceTest.TRIANGLES, triangles.meanSquare(), (int) triangles.triangles()),
            rows.figure(
                BalanceTest.TRIANGLES_PUBLISHED,
                triangles.published(),
                (int) triangles.publishedTriangles()),
            rows.figure(BalanceTest.ENTROPY_PRODUCTION, entropy(estimate.kernel()), null));
    return balance(
        agent.key(),
        estimate.kernel(),
        Optional.of(estimate),
        intervals(agent, estimate.given()),
        tests,
        new AgentBalance.Sizes(exact.steps(), chiSquare.pairs(), binomial.fit().pairs()),
        rows.cycles(triangles),
        rows.bounds(counts),
        inUnits(binomial.potential()));
  }

  /** Of 1/beta, as all potentials. */
  private Map<String, Double> inUnits(Map<String, Double> potential) {
    Map<String, Double> scaled = new TreeMap<>();
    potential.forEach((state, value) -> scaled.put(state, value / request.beta()));
    return scaled;
  }

  private AgentBalance exact(Agent agent) {
    MoveKernel kernel = agent.kernel();
    TestRows rows = new TestRows(runId, agent.key(), request);
    return balance(
        agent.key(),
        kernel,
        Optional.empty(),
        Map.of(),
        List.of(
            rows.kolmogorov(KolmogorovTest.of(kernel)),
            rows.figure(BalanceTest.ENTROPY_PRODUCTION, entropy(kernel), null)),
        AgentBalance.Sizes.NONE,
        List.of(),
        List.of(),
        Map.of());
  }

  private AgentBalance balance(
      AgentKey agent,
      MoveKernel kernel,
      Optional<EstimatedKernel> estimate,
      Map<String, PotentialInterval> intervals,
      List<BalanceTestRow> tests,
      AgentBalance.Sizes sizes,
      List<BalanceCycleRow> cycles,
      List<BalanceBoundRow> bounds,
      Map<String, Double> binomial) {
    LandscapeRows rows = new LandscapeRows(runId, agent, request, estimate);
    List<LandscapeRow> landscapes = new ArrayList<>();
    List<PotentialRow> potentials = new ArrayList<>();
    Map<String, List<VotedMove>> votes = new LinkedHashMap<>();
    Map<ViolationFunction, Landscape> measured = new HashMap<>();
    for (ViolationFunction function : ViolationFunction.values()) {
      Landscape landscape = landscape(kernel, function);
      measured.put(function, landscape);
      PairPlot pairs =
          estimate
              .map(counted -> PairPlot.of(counted, landscape))
              .orElseGet(() -> PairPlot.of(landscape));
      landscapes.add(rows.landscape(landscape, Optional.empty(), OptionalDouble.empty(), pairs));
      potentials.addAll(
          rows.potentials(
              landscape,
              Optional.empty(),
              function == ViolationFunction.EXP ? intervals : Map.of()));
    }
    for (VoteRule vote : request.votes()) {
      MoveKernel voted = vote.voted(kernel);
      votes.put(vote.label(), moves(voted));
      for (ViolationFunction function : ViolationFunction.values()) {
        Landscape landscape = landscape(voted, function);
        landscapes.add(
            rows.landscape(
                landscape,
                Optional.of(vote),
                VoteSlope.of(measured.get(function), landscape),
                PairPlot.of(landscape)));
        potentials.addAll(rows.potentials(landscape, Optional.of(vote), Map.of()));
      }
    }
    return new AgentBalance(
        agent,
        landscapes,
        potentials,
        tests,
        sizes,
        cycles,
        bounds,
        edges(measured.get(ViolationFunction.EXP).components()),
        binomial,
        votes);
  }

  private KernelEstimation estimation() {
    KernelEstimation estimation =
        KernelEstimation.withDefaults()
            .with(request.rule())
            .withMinN0(request.minN0())
            .withPseudo(request.pseudo());
    return request.totalAttempts() > 0
        ? estimation.withTotalAttempts(request.totalAttempts())
        : estimation;
  }

  private OptionalDouble entropy(MoveKernel kernel) {
    return EntropyProduction.of(landscape(kernel, ViolationFunction.EXP));
  }

  private Landscape landscape(MoveKernel kernel, ViolationFunction function) {
    return LeastAction.withDefaults().with(function).withBeta(request.beta()).of(kernel);
  }

  /** By whole walks where there are several, else by steps. */
  private Map<String, PotentialInterval> intervals(Agent agent, TransitionCounts counts) {
    if (request.replicates() == 0) {
      return Map.of();
    }
    BalanceBootstrap bootstrap =
        BalanceBootstrap.withSeed(request.seed()).withReplicates(request.replicates());
    List<TransitionCounts> walks = agent.walks();
    return walks.size() > 1 && request.attempts().isEmpty()
        ? bootstrap.ofRollouts(walks, this::largest)
        : bootstrap.ofSteps(counts, this::largest);
  }

  /** Potential of the largest component, by state. */
  private Map<String, Double> largest(TransitionCounts counts) {
    Landscape landscape = landscape(estimation().of(counts).kernel(), ViolationFunction.EXP);
    Map<String, Double> potential = new TreeMap<>();
    List<String> states = landscape.kernel().states();
    for (int state = 0; state < states.size(); state++) {
      if (landscape.components().of(state) == 0 && landscape.solved(state)) {
        potential.put(states.get(state), landscape.potential(state).orElseThrow());
      }
    }
    return potential;
  }

  private static List<VotedMove> moves(MoveKernel kernel) {
    return IntStream.range(0, Math.min(MOST_VOTED, kernel.moves()))
        .mapToObj(
            move ->
                new VotedMove(
                    kernel.states().get(kernel.source(move)),
                    kernel.states().get(kernel.target(move)),
                    kernel.probability(move)))
        .toList();
  }

  private static List<List<Integer>> edges(Components components) {
    return components.edges().stream().map(edge -> List.of(edge.from(), edge.to())).toList();
  }
}
