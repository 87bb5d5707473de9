package org.galton.job.balance;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.galton.job.RunWriter;
import org.galton.table.Table;
import org.galton.table.TransitionRow;

/** The tables of what agents show. */
final class BalanceTables {
  private BalanceTables() {}

  static void write(BalanceResult result, RunWriter run) {
    run.publish(Table.LANDSCAPES, rows(result, AgentBalance::landscapes));
    run.publish(Table.POTENTIALS, rows(result, AgentBalance::potentials));
    run.publish(Table.BALANCE_TESTS, rows(result, AgentBalance::tests));
    run.publish(Table.BALANCE_CYCLES, rows(result, AgentBalance::cycles));
    run.publish(Table.BALANCE_BOUNDS, rows(result, AgentBalance::bounds));
  }

  /** Of agents that anyone's files hold; a sweep has written the steps of its walks. */
  static void writeTransitions(JavaRDD<Agent> agents, RunWriter run) {
    String runId = run.runId();
    JavaRDD<TransitionRow> rows =
        agents
            .sortBy(Agent::key, true, agents.getNumPartitions())
            .flatMap(agent -> agent.rows(runId).iterator());
    run.publish(Table.TRANSITIONS, rows::toLocalIterator);
  }

  private static <R> Iterable<R> rows(BalanceResult result, Function<AgentBalance, List<R>> part) {
    return () -> result.agents().stream().flatMap(agent -> part.apply(agent).stream()).iterator();
  }
}
