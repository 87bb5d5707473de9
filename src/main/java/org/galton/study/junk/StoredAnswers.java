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
import org.galton.job.agents.Agent;
import org.galton.job.agents.AgentFiles;
import org.galton.job.agents.AgentFiles.CellFile;
import org.galton.job.agents.AgentFiles.Verdicts;
import org.galton.job.run.RunTables;
import org.galton.junk.failure.Failure;
import org.galton.spec.InvalidInput;
import org.galton.table.BooksRow;
import org.galton.table.RolloutStatus;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;

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

  /** The part of a row of {@code rollouts} that is read. */
  record Written(String promptId, int rolloutIndex, String status, String completion)
      implements Serializable {}

  /**
   * @throws InvalidInput when a model or the task is not in the run
   */
  JavaRDD<SortedAnswer> read(RunTables run) {
    List<BooksRow> cells =
        run.books().stream()
            .filter(cell -> request.task() == null || cell.task().equals(request.task()))
            .toList();
    check(run, cells);
    HashMap<String, String> prompts = new HashMap<>();
    run.prompts().forEach(prompt -> prompts.put(prompt.promptId(), prompt.text()));
    Broadcast<HashMap<String, String>> sent = spark.broadcast(prompts);
    FailureRequest asked = request;
    return AgentFiles.read(
        spark,
        configuration,
        run,
        cells,
        (output, file) -> answers(output, file, sent.value(), asked).iterator());
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
      OutputFolder output, CellFile cell, Map<String, String> prompts, FailureRequest request) {
    Agent agent = cell.agent();
    AnswerGroup group =
        new AnswerGroup(agent.task(), agent.model(), request.doses().get(agent.model()));
    Verdicts verdicts = cell.verdicts(output);
    List<SortedAnswer> answers = new ArrayList<>();
    cell.rollouts(output)
        .forEach(
            Table.ROLLOUTS.part(Written.class),
            rollout -> {
              Boolean correct =
                  RolloutStatus.FAILED.is(rollout.status())
                      ? null
                      : verdicts.of(rollout.promptId(), rollout.rolloutIndex());
              answers.add(
                  new SortedAnswer(
                      group,
                      rollout.promptId(),
                      rollout.rolloutIndex(),
                      correct,
                      correct == null || correct
                          ? null
                          : failure(group, rollout, prompts, request.format())));
            });
    return answers;
  }

  private static Failure failure(
      AnswerGroup group, Written rollout, Map<String, String> prompts, TextFormat format) {
    String completion = rollout.completion() == null ? "" : rollout.completion();
    return format
        .forensics()
        .of(prompts.getOrDefault(rollout.promptId(), ""), completion)
        .orElseThrow(
            () ->
                new InvalidInput(
                    "Cannot sort the failures of task '%s': prompt %s is not of this format; expected %s; --task takes one task of a run, --format another format"
                        .formatted(group.task(), rollout.promptId(), format.prompts())));
  }
}
