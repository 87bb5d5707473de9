package org.galton.study.junk;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.galton.job.run.RunTables;
import org.galton.junk.failure.Failure;
import org.galton.spec.InvalidInput;
import org.galton.table.BooksRow;
import org.galton.table.RolloutStatus;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;
import org.galton.table.store.StoredFile;
import org.galton.table.store.TableFile;

/**
 * The rollouts of a run, and why those fail that do. A file of rollouts is read with the file of
 * scores of its name; prompts are sent to all.
 */
final class StoredAnswers {
  private final JavaSparkContext spark;
  private final Configuration configuration;
  private final FailureRequest request;

  StoredAnswers(JavaSparkContext spark, Configuration configuration, FailureRequest request) {
    this.spark = spark;
    this.configuration = configuration;
    this.request = request;
  }

  /** A file of rollouts of a cell. */
  private record CellFile(AnswerGroup group, StoredFile file, Partition partition, String scorer)
      implements Serializable {}

  /** The part of a row of {@code rollouts} that is read. */
  record Written(String promptId, int rolloutIndex, String status, String completion)
      implements Serializable {}

  /** The part of a row of {@code scores} that is read. */
  record Right(String promptId, int rolloutIndex, Boolean correct) implements Serializable {}

  /**
   * @throws InvalidInput when a model or the task is not in the run
   */
  JavaRDD<SortedAnswer> read(RunTables run) {
    List<BooksRow> cells =
        run.books().stream()
            .filter(cell -> request.task() == null || cell.task().equals(request.task()))
            .toList();
    check(run, cells);
    OutputFolder output = new OutputFolder(run.folder(), configuration);
    List<CellFile> files = new ArrayList<>();
    for (BooksRow cell : cells) {
      Partition partition =
          output.stored(new Partition(cell.model(), cell.task(), cell.generation()));
      AnswerGroup group =
          new AnswerGroup(cell.task(), cell.model(), request.doses().get(cell.model()));
      output
          .list(output.rollouts(partition))
          .forEach(file -> files.add(new CellFile(group, file, partition, cell.scorer())));
    }
    HashMap<String, String> prompts = new HashMap<>();
    run.prompts().forEach(prompt -> prompts.put(prompt.promptId(), prompt.text()));
    Broadcast<HashMap<String, String>> sent = spark.broadcast(prompts);
    Broadcast<SerializableConfiguration> hadoop = SerializableConfiguration.broadcast(spark.sc());
    String root = output.root().toString();
    TextFormat format = request.format();
    return spark
        .parallelize(files, Math.max(1, Math.min(files.size(), 4 * spark.defaultParallelism())))
        .flatMap(
            file ->
                answers(new OutputFolder(root, hadoop.value().value()), file, sent.value(), format)
                    .iterator());
  }

  private void check(RunTables run, List<BooksRow> cells) {
    if (cells.isEmpty()) {
      throw new InvalidInput(
          "Cannot read %s: it has no rollouts of task '%s'; its tasks are %s"
              .formatted(
                  request.input(),
                  request.task(),
                  run.books().stream().map(BooksRow::task).distinct().toList()));
    }
    List<String> models = cells.stream().map(BooksRow::model).distinct().toList();
    for (String model : request.doses().keySet()) {
      if (!models.contains(model)) {
        throw new InvalidInput(
            "Invalid --dose %s: %s has no such model; expected one of %s"
                .formatted(model, request.input(), models));
      }
    }
  }

  private static List<SortedAnswer> answers(
      OutputFolder output, CellFile cell, Map<String, String> prompts, TextFormat format) {
    Map<String, Map<Integer, Boolean>> right = new HashMap<>();
    TableFile scores = output.scoresOf(cell.file(), cell.partition(), cell.scorer());
    if (scores.exists()) {
      scores.forEach(
          Table.SCORES.part(Right.class),
          score -> {
            if (score.correct() != null) {
              right
                  .computeIfAbsent(score.promptId(), id -> new HashMap<>())
                  .put(score.rolloutIndex(), score.correct());
            }
          });
    }
    List<SortedAnswer> answers = new ArrayList<>();
    output
        .file(cell.file())
        .forEach(
            Table.ROLLOUTS.part(Written.class),
            rollout -> {
              Boolean correct =
                  RolloutStatus.FAILED.is(rollout.status())
                      ? null
                      : right
                          .getOrDefault(rollout.promptId(), Map.of())
                          .get(rollout.rolloutIndex());
              answers.add(
                  new SortedAnswer(
                      cell.group(),
                      rollout.promptId(),
                      rollout.rolloutIndex(),
                      correct,
                      correct == null || correct ? null : failure(cell, rollout, prompts, format)));
            });
    return answers;
  }

  private static Failure failure(
      CellFile cell, Written rollout, Map<String, String> prompts, TextFormat format) {
    String completion = rollout.completion() == null ? "" : rollout.completion();
    return format
        .forensics()
        .of(prompts.getOrDefault(rollout.promptId(), ""), completion)
        .orElseThrow(
            () ->
                new InvalidInput(
                    "Cannot sort the failures of task '%s': prompt %s is not of this format; expected %s; --task takes one task of a run, --format another format"
                        .formatted(cell.group().task(), rollout.promptId(), format.prompts())));
  }
}
