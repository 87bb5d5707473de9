package org.galton.study.flags;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.Optional;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.galton.flags.Ending;
import org.galton.flags.Step;
import org.galton.flags.Transcript;
import org.galton.job.agents.AgentFiles;
import org.galton.job.agents.AgentFiles.CellFile;
import org.galton.job.run.RunTables;
import org.galton.table.PromptRow;
import org.galton.table.RolloutStatus;
import org.galton.table.ScoreStatus;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.TableFile;
import scala.Tuple2;

/**
 * The rollouts of a run's cells. The steps of an episode are its rows in the table {@code turns};
 * the one step of any other rollout is its completion. A family is a cluster of prompts, or the
 * whole task where prompts have no clusters.
 */
final class StoredTranscripts {
  private static final String WHOLE_TASK = "whole task";

  private final SparkSession spark;
  private final Configuration configuration;

  StoredTranscripts(SparkSession spark, Configuration configuration) {
    this.spark = spark;
    this.configuration = configuration;
  }

  /** The key of rollouts in the tables of a run. */
  private record Place(
      String model, String task, String generation, String promptId, int rolloutIndex)
      implements Serializable {}

  private record Turn(int number, int row, Step step, boolean unreadable) implements Serializable {}

  private record Family(String cluster, String reference) implements Serializable {}

  /** The part of a row of {@code rollouts} that says what was done. */
  record Drawn(String promptId, int rolloutIndex, String status, String completion) {}

  /** The part of a row of {@code scores} that says what came of it. */
  record Verdict(
      String promptId, int rolloutIndex, String status, String answer, Boolean correct) {}

  JavaRDD<Observed> read(RunTables run) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<HashMap<String, Family>> families = context.broadcast(families(run));
    JavaPairRDD<Place, Observed> rollouts =
        AgentFiles.read(
                context,
                configuration,
                run,
                (output, file) -> observed(output, file, families.value()))
            .mapToPair(rollout -> rollout);
    return turns(run)
        .<JavaRDD<Observed>>map(
            turns ->
                rollouts
                    .leftOuterJoin(turns.groupByKey())
                    .values()
                    .map(both -> played(both._1(), both._2())))
        .orElseGet(rollouts::values);
  }

  private static HashMap<String, Family> families(RunTables run) {
    return run.prompts().stream()
        .filter(prompt -> prompt.reference() != null)
        .collect(
            Collectors.toMap(
                PromptRow::promptId,
                prompt ->
                    new Family(
                        prompt.cluster().equals(prompt.promptId()) ? WHOLE_TASK : prompt.cluster(),
                        prompt.reference()),
                (one, same) -> one,
                HashMap::new));
  }

  private static Iterator<Tuple2<Place, Observed>> observed(
      OutputFolder output, CellFile cell, Map<String, Family> families) {
    Map<String, Map<Integer, Verdict>> verdicts = new HashMap<>();
    cell.forEachScore(
        output,
        Verdict.class,
        verdict ->
            verdicts
                .computeIfAbsent(verdict.promptId(), id -> new HashMap<>())
                .put(verdict.rolloutIndex(), verdict));
    List<Tuple2<Place, Observed>> observed = new ArrayList<>();
    cell.rollouts(output)
        .forEach(
            Table.ROLLOUTS.part(Drawn.class),
            drawn ->
                observed.add(
                    new Tuple2<>(
                        new Place(
                            cell.agent().model(),
                            cell.agent().task(),
                            cell.partition().generation(),
                            drawn.promptId(),
                            drawn.rolloutIndex()),
                        observed(
                            cell,
                            drawn,
                            verdicts
                                .getOrDefault(drawn.promptId(), Map.of())
                                .get(drawn.rolloutIndex()),
                            families.getOrDefault(drawn.promptId(), new Family("", ""))))));
    return observed.iterator();
  }

  private static Observed observed(CellFile cell, Drawn drawn, Verdict verdict, Family family) {
    boolean failed = RolloutStatus.FAILED.is(drawn.status());
    String said = drawn.completion() == null ? "" : drawn.completion();
    return new Observed(
        cell.agent(),
        drawn.promptId(),
        Integer.toString(drawn.rolloutIndex()),
        family.cluster(),
        family.reference(),
        (failed || verdict == null) ? null : verdict.correct(),
        new Transcript(
            said.isEmpty() ? List.of() : List.of(new Step("", "", "", false, said)),
            verdict == null || verdict.answer() == null ? "" : verdict.answer(),
            failed
                ? Ending.INFRASTRUCTURE
                : verdict != null && ScoreStatus.UNPARSED.is(verdict.status())
                    ? Ending.UNREADABLE
                    : Ending.ANSWERED,
            Set.of(),
            List.of(),
            false));
  }

  private java.util.Optional<JavaPairRDD<Place, Turn>> turns(RunTables run) {
    Path file =
        new Path(run.folder(), "turns/run_id=%s/turns.parquet".formatted(run.run().runId()));
    if (!new TableFile(file, configuration).exists()) {
      return java.util.Optional.empty();
    }
    return java.util.Optional.of(
        spark
            .read()
            .parquet(file.toString())
            .select(
                "model",
                "task",
                "generation",
                "prompt_id",
                "rollout_index",
                "turn",
                "role",
                "action",
                "tool",
                "arguments",
                "tool_failed",
                "observation",
                "format_error")
            .javaRDD()
            .filter(row -> !row.<String>getAs("role").equals("environment"))
            .mapToPair(StoredTranscripts::turn));
  }

  private static Tuple2<Place, Turn> turn(Row row) {
    String role = row.getAs("role");
    boolean isActor = role.equals("agent") || role.equals("tool");
    String tool = row.getAs("tool");
    String action = row.getAs("action");
    String arguments = row.getAs("arguments");
    String observation = row.getAs("observation");
    Boolean failed = row.getAs("tool_failed");
    return new Tuple2<>(
        new Place(
            row.getAs("model"),
            row.getAs("task"),
            row.getAs("generation"),
            row.getAs("prompt_id"),
            row.getAs("rollout_index")),
        new Turn(
            row.getAs("turn"),
            place(role),
            new Step(
                isActor ? (tool == null ? "" : tool) : role,
                arguments == null ? "" : arguments,
                observation,
                failed != null && failed,
                action == null ? "" : action),
            row.getAs("format_error")));
  }

  /** The order of the roles of a team within a turn. */
  private static int place(String role) {
    return List.of("agent", "planner", "executor", "tool", "verifier", "generator").indexOf(role);
  }

  private static Observed played(Observed rollout, Optional<Iterable<Turn>> found) {
    if (!found.isPresent()) {
      return rollout;
    }
    List<Turn> turns = new ArrayList<>();
    found.get().forEach(turns::add);
    turns.sort(Comparator.comparingInt(Turn::number).thenComparingInt(Turn::row));
    Transcript was = rollout.transcript();
    boolean unreadable = !turns.isEmpty() && turns.get(turns.size() - 1).unreadable();
    return new Observed(
        rollout.agent(),
        rollout.problem(),
        rollout.rollout(),
        rollout.family(),
        rollout.reference(),
        rollout.success(),
        new Transcript(
            turns.stream().map(Turn::step).toList(),
            was.answer(),
            unreadable && was.ending() == Ending.ANSWERED ? Ending.UNREADABLE : was.ending(),
            was.allowed(),
            was.hidden(),
            false));
  }
}
