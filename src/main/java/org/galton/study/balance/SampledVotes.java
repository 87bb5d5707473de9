package org.galton.study.balance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.balance.vote.VoteRule;
import org.galton.game.walk.Votes;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.task.Walk;

/**
 * The votes by which walks of a sweep took their steps.
 *
 * @param byCondition the voting tasks
 * @param without the first task whose walks took no vote; empty where all did
 */
record SampledVotes(Map<String, VoteRule> byCondition, Optional<String> without) {
  static final SampledVotes NONE = new SampledVotes(Map.of(), Optional.empty());

  static SampledVotes of(SweepSpec spec) {
    Map<String, VoteRule> votes = new LinkedHashMap<>();
    Optional<String> without = Optional.empty();
    for (TaskSpec asked : spec.tasks()) {
      if (asked.task() instanceof Walk walk) {
        Votes taken = walk.walkRules().votes();
        if (!taken.equals(Votes.NONE)) {
          votes.put(walk.name(), new VoteRule(taken.draws(), taken.accept()));
        } else if (without.isEmpty()) {
          without = Optional.of(walk.name());
        }
      }
    }
    return new SampledVotes(votes, without);
  }

  List<VoteRule> rules() {
    return byCondition.values().stream().distinct().toList();
  }

  /** Agents that voted, beside the agent of their experiment that did not. */
  List<AgentBalance> compared(List<AgentBalance> agents) {
    return agents.stream().map(agent -> compared(agent, agents)).toList();
  }

  private AgentBalance compared(AgentBalance agent, List<AgentBalance> agents) {
    VoteRule vote = byCondition.get(agent.key().condition());
    if (vote == null || without.isEmpty()) {
      return agent;
    }
    AgentKey base = new AgentKey(agent.key().experiment(), without.get());
    return agents.stream()
        .filter(other -> other.key().equals(base))
        .findFirst()
        .map(other -> agent.sampledBy(vote, other))
        .orElse(agent);
  }
}
