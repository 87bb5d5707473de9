package org.galton.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.galton.numerics.SplitMix64;

/**
 * A tree of two levels with known laws: ref of 0 and 1 are .6 and .4, of 00 and 01 .5 each, of 10
 * and 11 .25 and .75; verdicts are 1, 0, 1, 0.5. The target over the leaves is (6/11, 0, 2/11,
 * 3/11).
 */
final class KnownTree {
  static final Map<String, Double> TARGET =
      Map.of("00", 6.0 / 11, "01", 0.0, "10", 2.0 / 11, "11", 3.0 / 11);

  private static final Map<String, Double> REF =
      Map.of("0", .6, "1", .4, "00", .5, "01", .5, "10", .25, "11", .75);
  private static final Map<String, Double> VERDICTS =
      Map.of("00", 1., "01", 0., "10", 1., "11", .5);

  private final Map<String, Double> values;

  KnownTree(Map<String, Double> values) {
    this.values = values;
  }

  /** Values that are wrong by the factors 1.6 and 0.8. */
  static KnownTree inexact() {
    return new KnownTree(Map.of("0", .8, "1", .5));
  }

  static KnownTree exact() {
    return new KnownTree(Map.of("0", .5, "1", .625));
  }

  Child<String> draw(Wish<String> wish) {
    double u = SplitMix64.unit(wish.seed());
    String child = wish.from() + (u < REF.get(wish.from() + "0") ? "0" : "1");
    boolean ended = child.length() == 2;
    return new Child<>(child, ended ? VERDICTS.get(child) : values.get(child), ended);
  }

  SearchEnd<String> run(Search<String> search, int ahead) {
    for (List<Wish<String>> wishes = search.wishes(ahead);
        !wishes.isEmpty();
        wishes = search.wishes(ahead)) {
      search.hear(wishes.stream().map(this::draw).toList());
    }
    return search.end();
  }

  /** How often each leaf is put out, of those that are found. */
  Map<String, Long> found(BlockSampler sampler, int rollouts) {
    return found(
        seed -> {
          SearchEnd<String> end = run(sampler.start("", seed, 2), 1);
          return Optional.of(end.state()).filter(leaf -> end.kind() == SearchEnd.Kind.FOUND);
        },
        rollouts);
  }

  /** The same of a walk from a seed to a leaf, if it comes to one. */
  Map<String, Long> found(LongFunction<Optional<String>> walk, int rollouts) {
    Map<String, Long> counts = new LinkedHashMap<>();
    List.of("00", "01", "10", "11").forEach(leaf -> counts.put(leaf, 0L));
    for (long seed : seeds(rollouts)) {
      walk.apply(seed).ifPresent(leaf -> counts.merge(leaf, 1L, Long::sum));
    }
    return counts;
  }

  static List<Long> seeds(int count) {
    List<Long> seeds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      seeds.add(SplitMix64.at(20_261_130, i));
    }
    return seeds;
  }
}
