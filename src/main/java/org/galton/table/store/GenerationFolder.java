package org.galton.table.store;

import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;

/**
 * Where a generation of a model and a task lies.
 *
 * @param place below {@code rollouts}, {@code rollout_tokens}, {@code searches}, {@code
 *     search_nodes} and {@code scores}: {@code model=…/task=…/generation=…}
 * @param tokens of its rollouts; may not be there
 * @param searches of its rollouts; may not be there
 * @param searchNodes trees of these searches; may not be there
 * @param scores of all its scorers; may not be there
 * @param scorers the folders in it
 */
public record GenerationFolder(
    String place,
    Path rollouts,
    Path tokens,
    Path searches,
    Path searchNodes,
    Path scores,
    List<Path> scorers) {

  /** Folders of files that count when the file of rollouts of their name does. */
  public List<Path> dependents() {
    return Stream.concat(Stream.of(tokens, searches, searchNodes), scorers.stream()).toList();
  }

  public boolean isOf(String task) {
    return rollouts.getParent().getName().equals(Partition.folder("task", task));
  }

  public boolean isOfModel(String model) {
    return rollouts.getParent().getParent().getName().equals(Partition.folder("model", model));
  }

  /** The folder of a scorer; may not be there. */
  public Path scoresBy(String scorer) {
    return new Path(scores, Partition.folder("scorer", scorer));
  }
}
