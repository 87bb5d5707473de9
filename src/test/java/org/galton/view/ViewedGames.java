package org.galton.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.galton.job.draw.RolloutRows;
import org.galton.model.LanguageModel;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.episode.EpisodeModel;
import org.galton.model.llama.SharedCheckpoints;
import org.galton.table.PromptRow;
import org.galton.table.RolloutRow;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;
import org.galton.task.Environment;
import org.galton.task.Prompt;
import org.galton.task.Split;

/** Games and walks in an output folder, drawn as a sweep draws them, or written by hand. */
record ViewedGames(OutputFolder folder) {
  private static final String GENERATION = "g1";

  static ViewedGames in(Path path) {
    return new ViewedGames(new OutputFolder(path.toString(), new Configuration(false)));
  }

  /** Rollouts of the task's first prompt, in their order. */
  List<String> draw(String source, Environment task, int rollouts) {
    Prompt prompt = task.prompts(Split.TEST, 1, 42).get(0);
    Partition partition = new Partition(source, task.name(), GENERATION);
    RolloutRow[] rows = new RolloutRow[rollouts];
    try (LanguageModel model = SharedCheckpoints.open(source, 64)) {
      EpisodeModel games =
          new EpisodeModel(
              model,
              game -> task.start(prompt, game.seed()),
              task.answerEnds(),
              ModelPrompt.Raw::new);
      games.generate(
          IntStream.range(0, rollouts).mapToObj(i -> new Request(i, prompt.text(), i)).iterator(),
          Sampling.untempered(16),
          outcome -> {
            int index = (int) outcome.request().id();
            rows[index] = row(partition, prompt, index, outcome);
          });
    }
    publish(partition, prompt, List.of(rows));
    return List.of(rows).stream().map(RolloutRow::completion).toList();
  }

  private static RolloutRow row(Partition partition, Prompt prompt, int index, Outcome outcome) {
    return RolloutRows.row(partition, prompt.id(), index, 1, outcome, "cpu");
  }

  void write(Prompt prompt, List<String> completions) {
    Partition partition = new Partition("m", prompt.task(), GENERATION);
    List<RolloutRow> rows = new ArrayList<>();
    for (String completion : completions) {
      rows.add(
          new RolloutRow(
              partition.model(),
              partition.task(),
              partition.generation(),
              prompt.id(),
              rows.size(),
              "complete",
              completion,
              12,
              100,
              -1.5,
              0.25,
              "cpu",
              1.5,
              1,
              null));
    }
    publish(partition, prompt, rows);
  }

  private void publish(Partition partition, Prompt prompt, List<RolloutRow> rows) {
    folder
        .file(folder.prompts(prompt.task()), "prompts-a")
        .publish(
            Table.PROMPTS,
            List.of(
                new PromptRow(
                    prompt.task(),
                    prompt.id(),
                    prompt.cluster(),
                    prompt.text(),
                    prompt.reference(),
                    prompt.attributes())),
            () -> {});
    folder.file(folder.rollouts(partition), "rollouts-a").publish(Table.ROLLOUTS, rows, () -> {});
  }
}
