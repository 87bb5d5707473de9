package org.galton.job.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.galton.job.draw.CellFiles;
import org.galton.job.run.PromptTable;
import org.galton.job.run.SparkAction;
import org.galton.table.store.Fence;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Unfinished;
import org.galton.task.Scorer;
import org.galton.task.Task;

/**
 * Judges the rollouts that a scorer of their task has not judged yet. A file of scores stands
 * beside each file of rollouts, so what is scored is a matter of names, and a scorer with other
 * options writes elsewhere.
 */
public final class ScoreJob {
  private final JavaSparkContext spark;
  private final OutputFolder output;
  private final Fence fence;

  public ScoreJob(JavaSparkContext spark, OutputFolder output, Fence fence) {
    this.spark = spark;
    this.output = output;
    this.fence = fence;
  }

  /** Returns the number of verdicts given. */
  public long run(List<ScoredCell> cells) {
    List<Task> tasks = cells.stream().map(ScoredCell::task).distinct().toList();
    List<ScoreTask.Unscored> unscored = new ArrayList<>();
    for (ScoredCell cell : cells) {
      Task task = cell.task();
      List<Scorer> scorers = task.scorers();
      for (int scorer = 0; scorer < scorers.size(); scorer++) {
        ScoreTask.Verdicts by = new ScoreTask.Verdicts(tasks.indexOf(task), scorer);
        String name = scorers.get(scorer).scorer();
        CellFiles.of(output, cell.partition(), name).staleScores().forEach(output::delete);
        CellFiles.of(output, cell.partition(), name).rolloutsWithoutScores().stream()
            .map(file -> new ScoreTask.Unscored(by, cell.partition(), file))
            .forEach(unscored::add);
      }
    }
    return unscored.isEmpty() ? 0 : score(tasks, unscored);
  }

  private long score(List<Task> tasks, List<ScoreTask.Unscored> files) {
    PromptTable prompts = new PromptTable(output);
    Broadcast<List<ScoreTask.Asked>> asked =
        spark.broadcast(
            tasks.stream()
                .map(task -> new ScoreTask.Asked(task, prompts.read(task.name())))
                .collect(Collectors.toCollection(ArrayList::new)));
    ScoreTask task = new ScoreTask(asked, output.root().toString(), configuration(), fence);
    try {
      return rounds(tasks, files).stream().mapToLong(round -> score(task, round)).sum();
    } finally {
      asked.destroy();
    }
  }

  private long score(ScoreTask task, List<ScoreTask.Unscored> files) {
    List<ScoreTask.Judged> judged =
        SparkAction.run(
            "score rollouts",
            files.size() + " files",
            () -> spark.parallelize(files, slices(files)).mapPartitions(task).collect());
    judged.stream()
        .filter(some -> some.broken() != null)
        .findFirst()
        .ifPresent(
            some -> {
              throw new Unfinished(some.broken());
            });
    return judged.stream().mapToLong(ScoreTask.Judged::verdicts).sum();
  }

  /** All at once where one process judges: it knows what it asks a model at this moment. */
  private List<List<ScoreTask.Unscored>> rounds(List<Task> tasks, List<ScoreTask.Unscored> files) {
    Set<ScoreTask.Verdicts> asking =
        files.stream()
            .map(ScoreTask.Unscored::by)
            .filter(by -> scorer(tasks, by).judgingModel().isPresent())
            .collect(Collectors.toCollection(HashSet::new));
    return asking.isEmpty() || spark.isLocal()
        ? List.of(files)
        : ScoreRounds.of(files, prompts(files, asking));
  }

  private List<Set<String>> prompts(
      List<ScoreTask.Unscored> files, Set<ScoreTask.Verdicts> asking) {
    String root = output.root().toString();
    Broadcast<SerializableConfiguration> configuration = configuration();
    return SparkAction.run(
        "read which prompts are to be judged",
        () ->
            spark
                .parallelize(files, slices(files))
                .map(
                    file ->
                        asking.contains(file.by())
                            ? ScoreTask.prompts(
                                new OutputFolder(root, configuration.value().value()),
                                file.rollouts())
                            : Set.<String>of())
                .collect());
  }

  private static Scorer scorer(List<Task> tasks, ScoreTask.Verdicts by) {
    return tasks.get(by.task()).scorers().get(by.scorer());
  }

  private int slices(List<ScoreTask.Unscored> files) {
    return Math.min(files.size(), 4 * spark.defaultParallelism());
  }

  private Broadcast<SerializableConfiguration> configuration() {
    return SerializableConfiguration.broadcast(spark.sc());
  }
}
