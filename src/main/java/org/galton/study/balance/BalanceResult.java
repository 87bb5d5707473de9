package org.galton.study.balance;

import java.util.List;
import java.util.Map;
import org.galton.study.balance.row.VoteSweepRow;

/**
 * What the moves of agents, or votes over stored rollouts, show.
 *
 * @param runId in the tables, where they were written
 * @param input as the user named it
 * @param settings what was asked, by the names of the options
 * @param agents in the order of their keys; none where rollouts voted
 * @param votes none where moves were analysed
 */
public record BalanceResult(
    String runId,
    String input,
    Map<String, Object> settings,
    List<AgentBalance> agents,
    List<VoteSweepRow> votes) {}
