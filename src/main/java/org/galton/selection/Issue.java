package org.galton.selection;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.galton.numerics.Expect;

/**
 * What the cases of test patches say before and after every patch of an issue. Counts alone: which
 * case it was makes no difference to a choice.
 *
 * @param patches in the order of their ids
 * @param failing by test patch: cases that fail on the original code
 * @param passing by test patch: cases that pass on it
 * @param fixed by patch and test patch: cases that failed and pass after the patch
 * @param kept by patch and test patch: cases that passed and still do
 */
@SuppressWarnings("ArrayRecordComponent")
public record Issue(List<Patch> patches, int[] failing, int[] passing, int[][] fixed, int[][] kept)
    implements Serializable {

  public Issue {
    patches = List.copyOf(patches);
    Expect.that(!patches.isEmpty(), "patches", 0, "1 or more");
    Expect.that(
        fixed.length == patches.size() && kept.length == patches.size(),
        "rows of cases",
        fixed.length,
        "one for each patch");
  }

  public int tests() {
    return failing.length;
  }

  /** With its first patches and test patches alone, or all where there are fewer. */
  public Issue first(int patchCount, int testCount) {
    int p = Math.min(patchCount, patches.size());
    int t = Math.min(testCount, tests());
    return new Issue(
        patches.subList(0, p),
        Arrays.copyOf(failing, t),
        Arrays.copyOf(passing, t),
        cut(fixed, p, t),
        cut(kept, p, t));
  }

  private static int[][] cut(int[][] counts, int patchCount, int testCount) {
    return Arrays.stream(counts)
        .limit(patchCount)
        .map(row -> Arrays.copyOf(row, testCount))
        .toArray(int[][]::new);
  }
}
