package org.galton.study.balance.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.galton.report.Figures;
import org.galton.report.VisibleText;
import org.galton.study.balance.row.BalanceTest;
import org.galton.study.balance.row.BalanceTestRow;
import org.galton.study.balance.row.BalanceVerdict;
import org.galton.study.balance.row.PotentialRow;
import org.galton.study.balance.row.VoteSweepRow;

/** Where agents go and whether their moves keep detailed balance, in sentences. */
final class BalanceClaims {
  private static final int MOST_NAMED = 4;
  private static final String NO_PROOF = "no proof, as counts of 1 to 3 hide violations";

  private BalanceClaims() {}

  /** A sentence for each agent. */
  static List<String> of(List<AgentMoves> agents, List<BalanceTestRow> tests) {
    List<BalanceAgent> all = agents.stream().map(AgentMoves::agent).toList();
    return agents.stream()
        .map(
            agent ->
                "%s %s; %s."
                    .formatted(
                        agent.agent().name(all), whereTo(agent), balance(agent.agent(), tests)))
        .toList();
  }

  /** What the vote that is right most often gains on the smallest one, where rollouts voted. */
  static String ofVotes(List<VoteSweepRow> votes) {
    Optional<VoteSweepRow> best =
        votes.stream()
            .filter(row -> row.accuracy() != null)
            .max(
                Comparator.comparingDouble(VoteSweepRow::accuracy)
                    .thenComparingDouble(VoteSweepRow::acceptance));
    if (best.isEmpty()) {
      return "No vote over the stored rollouts ever accepts an answer.";
    }
    VoteSweepRow row = best.get();
    String least =
        votes.stream()
            .filter(other -> other.generation().equals(row.generation()))
            .filter(other -> other.task().equals(row.task()) && other.accuracy() != null)
            .min(Comparator.comparingInt(VoteSweepRow::voteDraws))
            .filter(other -> other.voteDraws() < row.voteDraws())
            .map(
                other ->
                    ", against %s of a vote %d:%d"
                        .formatted(
                            Figures.percent(other.accuracy()),
                            other.voteDraws(),
                            other.voteAccept()))
            .orElse("");
    return "A vote %d:%d over the rollouts of %s on %s accepts an answer with probability %s; of those accepted %s are right%s."
        .formatted(
            row.voteDraws(),
            row.voteAccept(),
            VisibleText.line(row.model(), 60),
            VisibleText.line(row.task(), 60),
            Figures.percent(row.acceptance()),
            Figures.percent(row.accuracy()),
            least);
  }

  /** The page's first sentence. */
  static String summary(List<AgentMoves> agents, List<BalanceTestRow> tests) {
    if (agents.isEmpty()) {
      return "No agent’s steps were counted, and so there is no landscape to show.";
    }
    if (agents.size() == 1) {
      return of(agents, tests).get(0).replace("which is no proof.", "which is " + NO_PROOF + ".");
    }
    List<BalanceAgent> all = agents.stream().map(AgentMoves::agent).toList();
    Map<Optional<BalanceVerdict>, List<String>> verdicts = new LinkedHashMap<>();
    for (AgentMoves agent : agents) {
      verdicts
          .computeIfAbsent(
              decisive(agent.agent(), tests).flatMap(BalanceTestRow::decision),
              verdict -> new ArrayList<>())
          .add(agent.agent().name(all));
    }
    String words =
        BalanceNames.listed(
            verdicts.entrySet().stream()
                .map(entry -> verdict(entry.getKey(), names(entry.getValue())))
                .toList());
    return "%s. Detailed balance is %s.".formatted(goals(agents, all), words);
  }

  private static String goals(List<AgentMoves> agents, List<BalanceAgent> all) {
    List<AgentMoves> settled = agents.stream().filter(a -> !a.wells().isEmpty()).toList();
    if (settled.isEmpty()) {
      return "No agent has a way back to any state, and so none has a potential";
    }
    if (settled.size() > MOST_NAMED) {
      return "%s agents, whose potentials spread by %s to %s"
          .formatted(
              Figures.count(agents.size()),
              Figures.nats(spreads(settled).min().orElse(0)),
              Figures.nats(spreads(settled).max().orElse(0)));
    }
    return BalanceNames.listed(
        settled.stream()
            .map(
                agent ->
                    "%s goes to “%s” (spread of V\u00a0%s)"
                        .formatted(
                            agent.agent().name(all),
                            BalanceNames.state(agent.wells().get(0).state()),
                            spread(agent)))
            .toList());
  }

  private static DoubleStream spreads(List<AgentMoves> agents) {
    return agents.stream()
        .map(agent -> agent.landscape().potentialSd())
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue);
  }

  private static String spread(AgentMoves agent) {
    Double spread = agent.landscape().potentialSd();
    return spread == null ? "–" : Figures.nats(spread);
  }

  private static String whereTo(AgentMoves agent) {
    if (agent.wells().isEmpty()) {
      return "has no way back to any state, and so no potential, only an order of states";
    }
    PotentialRow deepest = agent.wells().get(0);
    return "goes to “%s” (V\u00a0%s; spread\u00a0%s over %s states)"
        .formatted(
            BalanceNames.state(deepest.state()),
            Figures.nats(deepest.potential()),
            spread(agent),
            Figures.count(agent.landscape().largestComponent()));
  }

  private static String balance(BalanceAgent agent, List<BalanceTestRow> tests) {
    Optional<BalanceTestRow> test = decisive(agent, tests);
    if (test.isEmpty()) {
      return "detailed balance was not tested";
    }
    String p =
        test.get().pValue() == null
            ? ""
            : " (p\u00a0" + Figures.probability(test.get().pValue()) + ")";
    return switch (test.get().decision().orElseThrow()) {
      case VIOLATED -> "detailed balance is violated" + p;
      case NOT_REJECTED -> "detailed balance is not rejected" + p + ", which is no proof";
      case UNTESTABLE -> "detailed balance is untestable, as no cycle could have shown a violation";
    };
  }

  /** The test whose verdict counts: the exact one, or of given probabilities Kolmogorov's. */
  private static Optional<BalanceTestRow> decisive(BalanceAgent agent, List<BalanceTestRow> tests) {
    return Stream.of(BalanceTest.EXACT_CYCLE, BalanceTest.KOLMOGOROV)
        .flatMap(
            kind ->
                tests.stream()
                    .filter(row -> BalanceAgent.of(row).equals(agent))
                    .filter(row -> row.kind() == kind && row.verdict() != null))
        .findFirst();
  }

  private static String verdict(Optional<BalanceVerdict> verdict, String names) {
    if (verdict.isEmpty()) {
      return "not tested for " + names;
    }
    return switch (verdict.get()) {
      case VIOLATED -> "violated for " + names;
      case NOT_REJECTED -> "not rejected for %s (%s)".formatted(names, NO_PROOF);
      case UNTESTABLE -> "untestable for " + names;
    };
  }

  private static String names(List<String> agents) {
    return agents.size() <= MOST_NAMED
        ? BalanceNames.listed(agents)
        : "%s of the agents".formatted(Figures.count(agents.size()));
  }
}
