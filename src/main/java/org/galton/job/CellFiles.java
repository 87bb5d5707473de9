package org.galton.job;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.galton.sweep.CellPlan;
import org.galton.table.OutputFolder;
import org.galton.table.Partition;
import org.galton.table.StoredFile;

/**
 * The files of a cell as they lie now.
 *
 * @param rollouts what was drawn
 * @param failures what could not be drawn
 * @param scores by the cell's scorer, each named as the rollouts it judges
 */
record CellFiles(List<StoredFile> rollouts, List<StoredFile> failures, List<StoredFile> scores) {

  static CellFiles of(OutputFolder output, CellPlan cell) {
    return of(output, cell.partition(), cell.cell().task().scorer());
  }

  static CellFiles of(OutputFolder output, Partition partition, String scorer) {
    Map<Boolean, List<StoredFile>> byFailure =
        output.list(output.rollouts(partition)).stream()
            .collect(Collectors.partitioningBy(ShardFiles::isFailed));
    return new CellFiles(
        byFailure.get(false), byFailure.get(true), output.list(output.scores(partition, scorer)));
  }

  /** By the file name that scores share with the rollouts they judge. */
  Map<String, StoredFile> scoresByName() {
    return scores.stream().collect(Collectors.toMap(StoredFile::name, Function.identity()));
  }

  List<StoredFile> rolloutsWithoutScores() {
    Map<String, StoredFile> scored = scoresByName();
    return rollouts.stream().filter(file -> !scored.containsKey(file.name())).toList();
  }

  /** Scores whose rollouts are gone, or were written anew since. */
  List<StoredFile> staleScores() {
    Map<String, StoredFile> judged =
        rollouts.stream().collect(Collectors.toMap(StoredFile::name, Function.identity()));
    return scores.stream()
        .filter(
            file ->
                !judged.containsKey(file.name())
                    || file.modified() < judged.get(file.name()).modified())
        .toList();
  }
}
