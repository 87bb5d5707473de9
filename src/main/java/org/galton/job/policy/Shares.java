package org.galton.job.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Deals work out in shares of nearly equal size. */
final class Shares {
  private Shares() {}

  /**
   * The largest pieces first, to the shares in turn, there and back. The same pieces are always
   * dealt in the same way; a single share has all of them in their order.
   *
   * @param sizes of the pieces
   * @param most shares; none is empty
   * @return numbers of the pieces of each share, ascending
   */
  static List<List<Integer>> of(int[] sizes, int most) {
    int count = Math.min(most, sizes.length);
    List<List<Integer>> shares = new ArrayList<>();
    IntStream.range(0, count).forEach(i -> shares.add(new ArrayList<>()));
    List<Integer> bySize =
        IntStream.range(0, sizes.length)
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> sizes[i]).reversed())
            .toList();
    for (int rank = 0; rank < bySize.size(); rank++) {
      int place = rank % count;
      boolean back = rank / count % 2 == 1;
      shares.get(back ? count - 1 - place : place).add(bySize.get(rank));
    }
    shares.forEach(Collections::sort);
    return shares;
  }
}
