package org.galton.statistics.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Prompts in families: a prompt has its family's solve rate with probability {@link #SHARED}, else
 * one of its own. The law of a single prompt stays that of {@link Benchmark}, so the truth does not
 * change; two prompts of a family correlate with SHARED squared.
 *
 * @param sizes prompts of each family, {@link Benchmark#PROMPTS} in all
 */
record Families(List<Integer> sizes) {
  static final double SHARED = 0.8;

  /** As many families, all of one size. */
  static Families equal(int families) {
    return new Families(Collections.nCopies(families, Benchmark.PROMPTS / families));
  }

  /** Forty families of 1, 3, 5, 7 and 9 prompts. */
  static Families unequal() {
    return new Families(IntStream.range(0, 40).mapToObj(i -> 1 + 2 * (i % 5)).toList());
  }

  /** The family of each prompt. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (int family = 0; family < sizes.size(); family++) {
      names.addAll(Collections.nCopies(sizes.get(family), "family " + family));
    }
    return names;
  }

  /** One uniform number per prompt, in the order of the names. */
  double[] prompts(SplittableRandom random) {
    return sizes.stream()
        .flatMapToDouble(
            size -> {
              double[] family = new double[size];
              Arrays.fill(family, random.nextDouble());
              return Arrays.stream(Benchmark.redrawn(family, SHARED, random));
            })
        .toArray();
  }
}
