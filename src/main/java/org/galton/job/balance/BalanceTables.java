package org.galton.job.balance;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.galton.job.RunName;
import org.galton.spec.InvalidInput;
import org.galton.table.Fence;
import org.galton.table.OutputFolder;
import org.galton.table.OutputLease;
import org.galton.table.RunRow;
import org.galton.table.Table;
import org.galton.table.TransitionRow;

/**
 * Writes what agents show as a run of its own, or beside the tables of the run that they walked in.
 */
final class BalanceTables {
  private final SparkSession spark;
  private final OutputFolder output;
  private final RunName run;
  private final Instant started;

  BalanceTables(SparkSession spark, String folder, RunName run, Instant started) {
    this.spark = spark;
    this.output = new OutputFolder(folder, spark.sparkContext().hadoopConfiguration());
    this.run = run;
    this.started = started;
  }

  void write(BalanceResult result, Counting counting, JavaRDD<Agent> agents, String galtonVersion) {
    holding(
        fence -> {
          // A sweep's run has its transitions, as its row in runs, already: they stay.
          if (counting == Counting.COUNTS) {
            publish(Table.TRANSITIONS, transitions(agents)::toLocalIterator, fence);
          }
          publish(Table.LANDSCAPES, rows(result, AgentBalance::landscapes), fence);
          publish(Table.POTENTIALS, rows(result, AgentBalance::potentials), fence);
          publish(Table.BALANCE_TESTS, rows(result, AgentBalance::tests), fence);
          publish(Table.BALANCE_CYCLES, rows(result, AgentBalance::cycles), fence);
          publish(Table.BALANCE_BOUNDS, rows(result, AgentBalance::bounds), fence);
          publish(Table.RUNS, List.of(row(result, galtonVersion)), fence);
        });
  }

  void write(BalanceResult votes, String galtonVersion) {
    holding(
        fence -> {
          publish(Table.VOTE_SWEEPS, votes.votes(), fence);
          publish(Table.RUNS, List.of(row(votes, galtonVersion)), fence);
        });
  }

  private void holding(Consumer<Fence> writing) {
    try (OutputLease lease = OutputLease.acquire(output, run.runId(), Clock.systemUTC())) {
      writing.accept(lease.fence());
    } catch (UncheckedIOException e) {
      throw new InvalidInput(
          e.getMessage() + "; make the folder writable or name another as output", e);
    }
  }

  private static <R> Iterable<R> rows(BalanceResult result, Function<AgentBalance, List<R>> part) {
    return () -> result.agents().stream().flatMap(agent -> part.apply(agent).stream()).iterator();
  }

  private JavaRDD<TransitionRow> transitions(JavaRDD<Agent> agents) {
    String runId = run.runId();
    return agents
        .sortBy(Agent::key, true, agents.getNumPartitions())
        .flatMap(agent -> agent.rows(runId).iterator());
  }

  private RunRow row(BalanceResult result, String galtonVersion) {
    return new RunRow(
        run.runId(),
        run.sweep(),
        result.spec(),
        galtonVersion,
        spark.version(),
        System.getProperty("java.version"),
        started,
        Clock.systemUTC().instant(),
        0);
  }

  private <R extends Record> void publish(Table<R> table, Iterable<R> rows, Fence fence) {
    output.ofRun(table, run.runId()).publish(table, rows, () -> fence.check(output));
  }
}
