package org.galton.table.store;

import java.util.List;
import org.apache.hadoop.fs.Path;

/**
 * Where a generation of a model and a task lies.
 *
 * @param place below {@code rollouts} and {@code scores}: {@code model=…/task=…/generation=…}
 * @param scores of all its scorers; may not be there
 * @param scorers the folders in it
 */
public record GenerationFolder(String place, Path rollouts, Path scores, List<Path> scorers) {

  public boolean isOf(String task) {
    return rollouts.getParent().getName().equals(Partition.folder("task", task));
  }

  /** The folder of a scorer; may not be there. */
  public Path scoresBy(String scorer) {
    return new Path(scores, Partition.folder("scorer", scorer));
  }
}
