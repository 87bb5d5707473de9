package org.galton.job.upkeep;

import java.time.Duration;
import java.util.List;

/**
 * What a merge of small files did.
 *
 * @param merged generations whose files were written anew
 * @param left generations that are as few files as they can be
 */
public record CompactResult(List<MergedGeneration> merged, int left, Duration duration) {

  /**
   * A generation whose files were merged. Files and bytes are those of rollouts, tokens and scores;
   * the ones before stay until they expire.
   *
   * @param place {@code model=…/task=…/generation=…}
   * @param epoch number of this merge in the generation
   * @param rows of rollouts
   */
  public record MergedGeneration(
      String place,
      int epoch,
      long rows,
      int filesBefore,
      int filesAfter,
      long bytesBefore,
      long bytesAfter) {}
}
