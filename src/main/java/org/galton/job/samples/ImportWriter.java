package org.galton.job.samples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.hadoop.fs.Path;
import org.galton.samplelog.LogCell;
import org.galton.samplelog.LoggedRollout;
import org.galton.spec.InvalidInput;
import org.galton.table.PromptRow;
import org.galton.table.RolloutRow;
import org.galton.table.ScoreRow;
import org.galton.table.Table;
import org.galton.table.store.Fence;
import org.galton.table.store.FileName;
import org.galton.table.store.Fingerprint;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;
import org.galton.table.store.StoredFile;
import org.galton.task.Prompt;

/**
 * Writes a log's rollouts in files of some thousand. A file's name is a hash of the keys in it, so
 * the same log makes the same files however often it is imported, and after a crash only those that
 * are missing.
 */
final class ImportWriter {
  static final int ROLLOUTS_IN_FILE = 4096;
  private static final int NAME_BYTES = 10;

  private record Id(String promptId) {}

  private final OutputFolder output;
  private final Fence fence;
  private final Map<LogCell, ImportCell> cells;
  private final Map<LogCell, List<LoggedRollout>> open = new LinkedHashMap<>();
  private final Map<String, Set<String>> prompts = new HashMap<>();

  ImportWriter(OutputFolder output, Fence fence, Map<LogCell, ImportCell> cells) {
    this.output = output;
    this.fence = fence;
    this.cells = cells;
  }

  void add(LoggedRollout rollout) {
    List<LoggedRollout> chunk = open.computeIfAbsent(rollout.cell(), cell -> new ArrayList<>());
    chunk.add(rollout);
    if (chunk.size() == ROLLOUTS_IN_FILE) {
      write(cells.get(rollout.cell()), chunk);
      chunk.clear();
    }
  }

  void finish() {
    open.forEach((cell, chunk) -> write(cells.get(cell), chunk));
    open.clear();
  }

  private void write(ImportCell cell, List<LoggedRollout> chunk) {
    writePrompts(cell.cell().task(), chunk);
    Predicate<LoggedRollout> failed = LoggedRollout::isFailed;
    writeFile(cell, FileName::failed, chunk.stream().filter(failed).toList());
    writeFile(
        cell,
        shard -> FileName.drawn(cell.epoch(), shard),
        chunk.stream().filter(failed.negate()).toList());
  }

  private void writePrompts(String task, List<LoggedRollout> chunk) {
    Path folder = output.prompts(task);
    Set<String> known = prompts.computeIfAbsent(task, name -> stored(folder));
    List<PromptRow> added =
        chunk.stream()
            .map(LoggedRollout::prompt)
            .filter(prompt -> known.add(prompt.id()))
            .map(ImportWriter::row)
            .toList();
    if (!added.isEmpty()) {
      String name = "prompts-" + hash(added.stream().map(PromptRow::promptId).toList());
      output.file(folder, name).publish(Table.PROMPTS, added, () -> fence.check(output));
    }
  }

  private Set<String> stored(Path folder) {
    Set<String> known = new HashSet<>();
    for (StoredFile file : output.list(folder)) {
      output.file(file).forEach(Table.PROMPTS.part(Id.class), row -> known.add(row.promptId()));
    }
    return known;
  }

  private void writeFile(ImportCell cell, UnaryOperator<String> naming, List<LoggedRollout> chunk) {
    List<LoggedRollout> fresh = chunk.stream().filter(r -> !cell.isStored(r)).toList();
    if (!fresh.isEmpty()) {
      String name = naming.apply(hash(fresh.stream().map(LoggedRollout::key).toList()));
      // The scores first: without their rollouts nobody reads them, and a second import completes
      // the pair.
      writeScores(cell, name, fresh);
      output
          .file(output.rollouts(cell.cell().partition()), name)
          .publish(Table.ROLLOUTS, rollouts(fresh), () -> fence.check(output));
    } else if (!chunk.stream().allMatch(cell::isJudged)) {
      String name = naming.apply(hash(chunk.stream().map(LoggedRollout::key).toList()));
      if (!output.file(output.rollouts(cell.cell().partition()), name).exists()) {
        throw new InvalidInput(
            "Cannot import %s: its rollouts are stored, but came from another log or were merged;"
                    .formatted(chunk.get(0).place())
                + " import its verdicts into another --output");
      }
      writeScores(cell, name, chunk);
    }
  }

  private void writeScores(ImportCell cell, String name, List<LoggedRollout> chunk) {
    List<ScoreRow> scores =
        chunk.stream()
            .filter(rollout -> rollout.verdict().isPresent())
            .map(LoggedRollout::score)
            .sorted(Comparator.comparing(ScoreRow::promptId).thenComparing(ScoreRow::rolloutIndex))
            .toList();
    if (!scores.isEmpty()) {
      Partition partition = cell.cell().partition();
      output
          .file(output.scores(partition, cell.cell().scorer()), name)
          .publish(Table.SCORES, scores, () -> fence.check(output));
    }
  }

  private static List<RolloutRow> rollouts(List<LoggedRollout> chunk) {
    return chunk.stream()
        .map(LoggedRollout::row)
        .sorted(Comparator.comparing(RolloutRow::promptId).thenComparing(RolloutRow::rolloutIndex))
        .toList();
  }

  private static String hash(List<String> parts) {
    return Fingerprint.of(parts).hex(NAME_BYTES);
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
}
