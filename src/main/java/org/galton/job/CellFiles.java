package org.galton.job;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.sweep.CellPlan;
import org.galton.table.CurrentFiles;
import org.galton.table.FileName;
import org.galton.table.OutputFolder;
import org.galton.table.Partition;
import org.galton.table.StoredFile;

/**
 * The files of a cell that count now.
 *
 * @param rollouts what was drawn
 * @param failures what could not be drawn
 * @param scores by the cell's scorer, each named as the rollouts it judges
 * @param orphans scores whose rollouts are gone
 */
record CellFiles(
    List<StoredFile> rollouts,
    List<StoredFile> failures,
    List<StoredFile> scores,
    List<StoredFile> orphans) {

  static CellFiles of(OutputFolder output, CellPlan cell) {
    return of(output, cell.partition(), cell.cell().task().scorer());
  }

  static CellFiles of(OutputFolder output, Partition partition, String scorer) {
    Map<Boolean, List<StoredFile>> byFailure =
        output.list(output.rollouts(partition)).stream()
            .collect(Collectors.partitioningBy(ShardFiles::isFailed));
    CurrentFiles scores = output.current(output.scores(partition, scorer));
    return new CellFiles(
        byFailure.get(false), byFailure.get(true), scores.stored(), scores.orphans());
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
    Stream<StoredFile> outdated =
        scores.stream()
            // A merge writes its scores before its rollouts, and never anew.
            .filter(file -> FileName.parse(file.name()).kind() == FileName.Kind.DRAWN)
            .filter(file -> judged.containsKey(file.name()))
            .filter(file -> file.modified() < judged.get(file.name()).modified());
    return Stream.concat(orphans.stream(), outdated).toList();
  }
}
