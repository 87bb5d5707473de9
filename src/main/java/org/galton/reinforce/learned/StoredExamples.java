package org.galton.reinforce.learned;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.galton.job.run.PromptTable;
import org.galton.spec.InvalidInput;
import org.galton.table.RolloutRow;
import org.galton.table.Table;
import org.galton.table.store.GenerationFolder;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.StoredFile;
import org.galton.table.store.StoredVerdicts;
import org.galton.task.Prompt;
import org.galton.task.Task;

/** Rollouts with verdicts in the output of a run: of a sweep or of a training. */
final class StoredExamples {
  private final OutputFolder output;

  /**
   * @param place the folder, on this machine
   * @throws InvalidInput when it is not there
   */
  StoredExamples(String place, Configuration hadoop) {
    if (!Files.isDirectory(Path.of(place))) {
      throw new InvalidInput(
          "Cannot learn a reward model from %s: no such folder; name the output of an earlier run"
              .formatted(place));
    }
    this.output = new OutputFolder(Path.of(place).toAbsolutePath().toString(), hadoop);
  }

  /** Those of the tasks that their own judges gave a verdict on. */
  List<Example> of(List<Task> tasks) {
    List<Example> examples = new ArrayList<>();
    for (Task task : tasks) {
      Map<String, Prompt> prompts = new PromptTable(output).read(task.name());
      for (GenerationFolder generation : output.generations()) {
        if (generation.isOf(task.name())) {
          for (StoredFile file : output.list(generation.rollouts())) {
            if (!file.isFailed()) {
              add(
                  file,
                  StoredVerdicts.of(output, generation.scoresBy(task.scorer()), file),
                  prompts,
                  examples);
            }
          }
        }
      }
    }
    return examples;
  }

  private void add(
      StoredFile file,
      Map<StoredVerdicts.Key, Boolean> verdicts,
      Map<String, Prompt> prompts,
      List<Example> examples) {
    for (RolloutRow row : output.file(file).rows(Table.ROLLOUTS.rows())) {
      String key = String.join(" ", row.generation(), row.promptId(), "" + row.rolloutIndex());
      Boolean right = verdicts.get(new StoredVerdicts.Key(row.promptId(), row.rolloutIndex()));
      Prompt prompt = prompts.get(row.promptId());
      if (right != null && prompt != null) {
        CompletionTerms.of(row, prompt.text())
            .ifPresent(values -> examples.add(new Example(row.promptId(), key, values, right)));
      }
    }
  }
}
