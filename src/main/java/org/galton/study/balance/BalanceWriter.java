package org.galton.study.balance;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.galton.job.run.RunWriter;
import org.galton.study.balance.row.BalanceTables;
import org.galton.study.balance.row.TransitionRow;

/** The tables of what agents show. */
final class BalanceWriter {
  private BalanceWriter() {}

  static void write(BalanceResult result, RunWriter run) {
    run.publish(BalanceTables.LANDSCAPES, rows(result, AgentBalance::landscapes));
    run.publish(BalanceTables.POTENTIALS, rows(result, AgentBalance::potentials));
    run.publish(BalanceTables.TESTS, rows(result, AgentBalance::tests));
    run.publish(BalanceTables.CYCLES, rows(result, AgentBalance::cycles));
    run.publish(BalanceTables.BOUNDS, rows(result, AgentBalance::bounds));
  }

  /** Of agents that anyone's files hold; a sweep has written the steps of its walks. */
  static void writeTransitions(JavaRDD<Agent> agents, RunWriter run) {
    String runId = run.runId();
    JavaRDD<TransitionRow> rows =
        agents
            .sortBy(Agent::key, true, agents.getNumPartitions())
            .flatMap(agent -> agent.rows(runId).iterator());
    run.publish(BalanceTables.TRANSITIONS, rows::toLocalIterator);
  }

  private static <R> Iterable<R> rows(BalanceResult result, Function<AgentBalance, List<R>> part) {
    return () -> result.agents().stream().flatMap(agent -> part.apply(agent).stream()).iterator();
  }
}
