package org.galton.job.draw;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.galton.sweep.CellPlan;
import org.galton.table.store.CurrentFiles;
import org.galton.table.store.FileName;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;
import org.galton.table.store.StoredFile;

/**
 * The files of a cell that count now.
 *
 * @param rollouts what was drawn
 * @param failures what could not be drawn
 * @param scores by the cell's scorer, each named as the rollouts it judges
 * @param orphans scores whose rollouts are gone
 */
public record CellFiles(
    List<StoredFile> rollouts,
    List<StoredFile> failures,
    List<StoredFile> scores,
    List<StoredFile> orphans) {

  /** Rollouts and their scores, which share a name. */
  public record Judged(StoredFile rollouts, StoredFile scores) {}

  public static CellFiles of(OutputFolder output, CellPlan cell) {
    return of(output, cell.partition(), cell.cell().task().scorer());
  }

  public static CellFiles of(OutputFolder output, Partition partition, String scorer) {
    return of(output, output.rollouts(partition), output.scores(partition, scorer));
  }

  /**
   * @param rollouts the folder of a cell
   * @param scores the folder of a scorer of that cell
   */
  public static CellFiles of(OutputFolder output, Path rollouts, Path scores) {
    Map<Boolean, List<StoredFile>> byFailure =
        output.list(rollouts).stream().collect(Collectors.partitioningBy(StoredFile::isFailed));
    CurrentFiles judged = output.current(scores);
    return new CellFiles(
        byFailure.get(false), byFailure.get(true), judged.stored(), judged.orphans());
  }

  /** By the file name that scores share with the rollouts they judge. */
  public Map<String, StoredFile> scoresByName() {
    return scores.stream().collect(Collectors.toMap(StoredFile::name, Function.identity()));
  }

  public List<StoredFile> rolloutsWithoutScores() {
    Map<String, StoredFile> scored = scoresByName();
    return rollouts.stream().filter(file -> !scored.containsKey(file.name())).toList();
  }

  public List<Judged> judged() {
    Map<String, StoredFile> scored = scoresByName();
    staleScores().forEach(stale -> scored.remove(stale.name()));
    return rollouts.stream()
        .filter(file -> scored.containsKey(file.name()))
        .map(file -> new Judged(file, scored.get(file.name())))
        .toList();
  }

  /** Scores whose rollouts are gone, or were written anew since. */
  public List<StoredFile> staleScores() {
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
