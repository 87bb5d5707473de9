package org.galton.job.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.galton.table.PromptRow;
import org.galton.table.Table;
import org.galton.table.store.Fence;
import org.galton.table.store.Fingerprint;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.StoredFile;
import org.galton.task.Prompt;

/** The prompts that any sweep into an output folder has asked, each written once. */
public final class PromptTable {
  private static final int NAME_BYTES = 10;

  private record Id(String promptId) {}

  private final OutputFolder output;

  public PromptTable(OutputFolder output) {
    this.output = output;
  }

  /** Writes those that are not there yet. */
  public void add(String task, List<Prompt> prompts, Fence fence) {
    Path folder = output.prompts(task);
    Set<String> known = new HashSet<>();
    for (StoredFile file : output.list(folder)) {
      output.file(file).forEach(Table.PROMPTS.part(Id.class), row -> known.add(row.promptId()));
    }
    List<PromptRow> added = new ArrayList<>();
    for (Prompt prompt : prompts) {
      if (known.add(prompt.id())) {
        added.add(row(prompt));
      }
    }
    if (!added.isEmpty()) {
      List<String> ids = added.stream().map(PromptRow::promptId).toList();
      output
          .file(folder, "prompts-" + Fingerprint.of(ids).hex(NAME_BYTES))
          .publish(Table.PROMPTS, added, () -> fence.check(output));
    }
  }

  /** All prompts of a task by id. */
  public Map<String, Prompt> read(String task) {
    Map<String, Prompt> prompts = new HashMap<>();
    for (StoredFile file : output.list(output.prompts(task))) {
      output
          .file(file)
          .forEach(Table.PROMPTS.rows(), row -> prompts.put(row.promptId(), prompt(row)));
    }
    return prompts;
  }

  /** All prompts of a task without their texts, by id. */
  public Map<String, PromptFamily> families(String task) {
    Map<String, PromptFamily> families = new TreeMap<>();
    for (StoredFile file : output.list(output.prompts(task))) {
      output
          .file(file)
          .forEach(
              Table.PROMPTS.part(PromptFamily.class), row -> families.put(row.promptId(), row));
    }
    return families;
  }

  private static PromptRow row(Prompt prompt) {
    return new PromptRow(
        prompt.task(),
        prompt.id(),
        prompt.cluster(),
        prompt.text(),
        prompt.reference(),
        prompt.attributes());
  }

  private static Prompt prompt(PromptRow row) {
    return new Prompt(
        row.promptId(), row.task(), row.cluster(), row.text(), row.reference(), row.attributes());
  }
}
