package org.galton.study.balance;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.galton.game.walk.Step;
import org.galton.job.draw.CellFiles;
import org.galton.job.run.Experiments;
import org.galton.job.run.RunName;
import org.galton.job.run.RunWriter;
import org.galton.job.run.SparkAction;
import org.galton.study.balance.row.BalanceTables;
import org.galton.study.balance.row.TransitionRow;
import org.galton.sweep.CellPlan;
import org.galton.sweep.SweepSpec;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.StoredFile;
import org.galton.table.store.TableFile;
import org.galton.task.Prompt;
import org.galton.task.Walk;
import scala.Tuple2;

/** Counts the steps of a sweep's walks where they are stored; only sums leave their machine. */
public final class TransitionJob {
  private final JavaSparkContext spark;
  private final OutputFolder output;
  private final RunWriter writer;

  private record Walks(String experiment, Walk task, Map<String, Prompt> prompts)
      implements Serializable {}

  private record WalkFile(int walks, StoredFile file) implements Serializable {}

  private record Drawn(String promptId, int rolloutIndex, String completion) {}

  TransitionJob(SparkSession spark, RunWriter writer) {
    this.spark = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.output = writer.output();
    this.writer = writer;
  }

  /** Writes nothing where there are no walks. */
  public void run(RunName run, SweepSpec spec, List<CellPlan> cells) {
    Experiments experiments = Experiments.of(spec.sweep(), cells);
    ArrayList<Walks> walks = new ArrayList<>();
    List<WalkFile> files = new ArrayList<>();
    for (CellPlan cell : cells) {
      if (cell.cell().task() instanceof Walk task) {
        for (StoredFile file : CellFiles.of(output, cell).rollouts()) {
          files.add(new WalkFile(walks.size(), file));
        }
        walks.add(
            new Walks(
                experiments.name(cell.cell()),
                task,
                cell.cell().prompts().stream()
                    .collect(Collectors.toMap(Prompt::id, Function.identity()))));
      }
    }
    if (!files.isEmpty()) {
      Broadcast<ArrayList<Walks>> sent = spark.broadcast(walks);
      try {
        write(run, steps(files, sent, spec.rollouts()));
      } finally {
        sent.destroy();
      }
    }
  }

  private JavaPairRDD<StepKey, Long> steps(
      List<WalkFile> files, Broadcast<ArrayList<Walks>> walks, int rollouts) {
    String root = output.root().toString();
    Broadcast<SerializableConfiguration> configuration =
        SerializableConfiguration.broadcast(spark.sc());
    int slices = Math.min(files.size(), 4 * spark.defaultParallelism());
    return spark
        .parallelize(files, slices)
        .flatMapToPair(
            file ->
                steps(
                    new OutputFolder(root, configuration.value().value()).file(file.file()),
                    walks.value().get(file.walks()),
                    rollouts))
        .reduceByKey(Long::sum, slices)
        .sortByKey(true, slices);
  }

  private static Iterator<Tuple2<StepKey, Long>> steps(TableFile file, Walks walks, int rollouts) {
    Map<StepKey, Long> steps = new HashMap<>();
    file.forEach(
        Table.ROLLOUTS.part(Drawn.class),
        drawn -> {
          Prompt prompt = walks.prompts().get(drawn.promptId());
          if (prompt != null && drawn.rolloutIndex() < rollouts) {
            String rollout = drawn.promptId() + "#" + drawn.rolloutIndex();
            Optional<List<Step>> walked = walks.task().steps(prompt, drawn.completion());
            walked
                .orElse(List.of())
                .forEach(
                    step ->
                        steps.merge(
                            new StepKey(
                                walks.experiment(),
                                walks.task().name(),
                                rollout,
                                step.source(),
                                step.target().orElse("")),
                            1L,
                            Long::sum));
          }
        });
    return steps.entrySet().stream()
        .map(counted -> new Tuple2<>(counted.getKey(), counted.getValue()))
        .iterator();
  }

  private void write(RunName run, JavaPairRDD<StepKey, Long> steps) {
    String runId = run.runId();
    JavaRDD<TransitionRow> rows = steps.map(counted -> counted._1().row(runId, counted._2()));
    SparkAction.run(
        "count steps",
        () -> {
          writer.publish(BalanceTables.TRANSITIONS, rows::toLocalIterator);
          return null;
        });
  }
}
