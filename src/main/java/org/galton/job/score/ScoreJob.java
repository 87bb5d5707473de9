package org.galton.job.score;

import java.util.ArrayList;
import java.util.List;
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
    List<ScoredCell.By> judging = cells.stream().map(ScoredCell::by).distinct().toList();
    List<ScoreTask.Unscored> unscored = new ArrayList<>();
    for (ScoredCell cell : cells) {
      List<Scorer> scorers = cell.by().scorers();
      for (int scorer = 0; scorer < scorers.size(); scorer++) {
        ScoreTask.Verdicts by = new ScoreTask.Verdicts(judging.indexOf(cell.by()), scorer);
        String name = scorers.get(scorer).scorer();
        CellFiles.of(output, cell.partition(), name).staleScores().forEach(output::delete);
        CellFiles.of(output, cell.partition(), name).rolloutsWithoutScores().stream()
            .map(file -> new ScoreTask.Unscored(by, cell.partition(), file))
            .forEach(unscored::add);
      }
    }
    return unscored.isEmpty() ? 0 : score(judging, unscored);
  }

  private long score(List<ScoredCell.By> judging, List<ScoreTask.Unscored> files) {
    PromptTable prompts = new PromptTable(output);
    Broadcast<List<ScoreTask.Asked>> asked =
        spark.broadcast(
            judging.stream()
                .map(by -> new ScoreTask.Asked(by.scorers(), prompts.read(by.task())))
                .collect(Collectors.toCollection(ArrayList::new)));
    ScoreTask task =
        new ScoreTask(
            asked,
            output.root().toString(),
            new SerializableConfiguration(spark.hadoopConfiguration()),
            fence);
    int slices = Math.min(files.size(), 4 * spark.defaultParallelism());
    try {
      List<ScoreTask.Judged> judged =
          SparkAction.run(
              "score rollouts",
              files.size() + " files",
              () -> spark.parallelize(files, slices).mapPartitions(task).collect());
      judged.stream()
          .filter(some -> some.broken() != null)
          .findFirst()
          .ifPresent(
              some -> {
                throw new Unfinished(some.broken());
              });
      return judged.stream().mapToLong(ScoreTask.Judged::verdicts).sum();
    } finally {
      asked.destroy();
    }
  }
}
