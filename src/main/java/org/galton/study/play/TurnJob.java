package org.galton.study.play;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.galton.environment.Play;
import org.galton.environment.PlayedTurn;
import org.galton.environment.State;
import org.galton.environment.ToolCall;
import org.galton.job.draw.CellFiles;
import org.galton.job.run.RunName;
import org.galton.job.run.RunWriter;
import org.galton.job.run.SparkAction;
import org.galton.study.play.row.PlayTables;
import org.galton.study.play.row.RolloutPlace;
import org.galton.study.play.row.TurnRow;
import org.galton.sweep.CellPlan;
import org.galton.sweep.SweepSpec;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.StoredFile;
import org.galton.table.store.TableFile;
import org.galton.task.Prompt;
import org.galton.task.Task;
import org.galton.task.environment.EnvironmentTask;
import org.galton.task.team.TeamTask;

/**
 * Writes the turns of a sweep's episodes and teams. Transcripts are played again where they are
 * stored; the rows stream through this process into one file that is whole or absent.
 */
final class TurnJob {
  private final JavaSparkContext spark;
  private final OutputFolder output;
  private final RunWriter writer;

  private record Played(Task task, Map<String, Prompt> prompts) implements Serializable {
    Stream<TurnRow> rows(String runId, RolloutPlace place, String completion) {
      Prompt prompt = prompts.get(place.promptId());
      if (task instanceof TeamTask team) {
        return team.work(prompt, completion).stream()
            .flatMap(
                work ->
                    TeamRows.of(
                        runId,
                        place,
                        team.options().environment(),
                        work,
                        team.verify(prompt, completion)));
      }
      return ((EnvironmentTask) task)
          .episode(prompt, completion).stream().flatMap(play -> TurnJob.rows(runId, place, play));
    }
  }

  private record EpisodeFile(int played, StoredFile file) implements Serializable {}

  private record Drawn(
      String model,
      String task,
      String generation,
      String promptId,
      int rolloutIndex,
      String completion) {}

  TurnJob(SparkSession spark, RunWriter writer) {
    this.spark = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.output = writer.output();
    this.writer = writer;
  }

  /**
   * @return whether there are episodes; writes nothing where there are none
   */
  boolean run(RunName run, SweepSpec spec, List<CellPlan> cells) {
    ArrayList<Played> played = new ArrayList<>();
    List<EpisodeFile> files = new ArrayList<>();
    for (CellPlan cell : cells) {
      Task task = cell.cell().task();
      if (task instanceof EnvironmentTask || task instanceof TeamTask) {
        for (StoredFile file : CellFiles.of(output, cell).rollouts()) {
          files.add(new EpisodeFile(played.size(), file));
        }
        played.add(
            new Played(
                task,
                cell.cell().prompts().stream()
                    .collect(Collectors.toMap(Prompt::id, Function.identity()))));
      }
    }
    if (files.isEmpty()) {
      return false;
    }
    Broadcast<ArrayList<Played>> sent = spark.broadcast(played);
    try {
      JavaRDD<TurnRow> rows = rows(run.runId(), files, sent, spec.rollouts());
      SparkAction.run(
          "list turns",
          () -> {
            writer.publish(PlayTables.TURNS, rows::toLocalIterator);
            return null;
          });
    } finally {
      sent.destroy();
    }
    return true;
  }

  /** One partition a file: the driver holds one of them at a time. */
  private JavaRDD<TurnRow> rows(
      String runId, List<EpisodeFile> files, Broadcast<ArrayList<Played>> played, int rollouts) {
    String root = output.root().toString();
    Broadcast<SerializableConfiguration> configuration =
        SerializableConfiguration.broadcast(spark.sc());
    return spark
        .parallelize(files, files.size())
        .flatMap(
            file ->
                rows(
                    runId,
                    new OutputFolder(root, configuration.value().value()).file(file.file()),
                    played.value().get(file.played()),
                    rollouts));
  }

  private static Iterator<TurnRow> rows(String runId, TableFile file, Played played, int rollouts) {
    return file.rows(Table.ROLLOUTS.part(Drawn.class)).stream()
        .filter(drawn -> drawn.rolloutIndex() < rollouts)
        .filter(drawn -> played.prompts().containsKey(drawn.promptId()))
        .flatMap(drawn -> played.rows(runId, place(drawn), drawn.completion()))
        .iterator();
  }

  private static RolloutPlace place(Drawn drawn) {
    return new RolloutPlace(
        drawn.model(), drawn.task(), drawn.generation(), drawn.promptId(), drawn.rolloutIndex());
  }

  static Stream<TurnRow> rows(String runId, RolloutPlace rollout, Play play) {
    List<TurnRow> rows = new ArrayList<>();
    rows.add(row(runId, rollout, TurnRow.ENVIRONMENT, play.first(), Optional.empty()));
    for (PlayedTurn turn : play.played()) {
      rows.add(row(runId, rollout, TurnRow.AGENT, turn.state(), Optional.of(turn)));
    }
    return rows.stream();
  }

  private static TurnRow row(
      String runId, RolloutPlace rollout, String role, State state, Optional<PlayedTurn> turn) {
    Optional<ToolCall> call = state.call();
    return new TurnRow(
        runId,
        rollout,
        state.environment().id(),
        state.turn(),
        role,
        turn.flatMap(PlayedTurn::action).orElse(null),
        call.map(ToolCall::tool).orElse(null),
        call.map(ToolCall::argument).orElse(null),
        call.map(ToolCall::failed).orElse(null),
        state.observation(),
        state.reward(),
        turn.map(PlayedTurn::tokens).flatMap(TurnJob::known).orElse(null),
        state.terminated(),
        state.truncated(),
        state.formatError(),
        state.won());
  }

  static Optional<Integer> known(OptionalInt tokens) {
    return tokens.isPresent() ? Optional.of(tokens.getAsInt()) : Optional.empty();
  }
}
