package org.galton.junk.generated;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.galton.junk.mix.Mixture;
import org.galton.junk.mix.MixturePlan;
import org.galton.junk.mix.Pool;
import org.galton.junk.mix.PoolPost;
import org.galton.junk.post.ContentHash;
import org.galton.numerics.Expect;

/**
 * Mixtures of generated posts at several doses of what is junk on some axes at once, and how much
 * junk they hold on every axis.
 *
 * @param axes junk is so on all of them, control on none
 * @param shares by dose, then axis: percent of the tokens in posts that are junk on it
 */
public record Design(
    String name, Set<Axis> axes, List<Double> doses, List<Map<Axis, Double>> shares) {

  /** Each axis by itself, and length with popularity, as engagement has them. */
  public static Map<String, Set<Axis>> all() {
    Map<String, Set<Axis>> all = new LinkedHashMap<>();
    for (Axis axis : Axis.values()) {
      all.put(axis.word(), EnumSet.of(axis));
    }
    all.put("engagement", EnumSet.of(Axis.LENGTH, Axis.POPULARITY));
    return all;
  }

  /**
   * Draws the mixtures, with nine tenths of the tokens that the posts allow.
   *
   * @throws IllegalArgumentException when the posts are too few for a dose
   */
  public static Design of(
      String name, Set<Axis> axes, List<GeneratedPost> posts, List<Double> doses, long seed) {
    Map<String, GeneratedPost> byHash = new HashMap<>();
    posts.forEach(post -> byHash.putIfAbsent(ContentHash.of(post.text()), post));
    Pool junk = pool(byHash, post -> post.junk().containsAll(axes), seed);
    Pool control = pool(byHash, post -> axes.stream().noneMatch(post::isJunk), seed);
    MixturePlan plan =
        new MixturePlan(junk, control, doses, Math.max(1, MixturePlan.usual(junk, control, doses)));
    List<Map<Axis, Double>> shares = new ArrayList<>();
    for (Mixture mixture : plan.mixtures()) {
      plan.problem(mixture)
          .ifPresent(
              problem -> {
                throw Expect.refused(
                    "posts",
                    posts.size(),
                    "enough for dose %s of %s: %s".formatted(mixture.dose(), name, problem));
              });
      shares.add(shares(mixture, byHash));
    }
    return new Design(name, axes, List.copyOf(doses), List.copyOf(shares));
  }

  private static Pool pool(
      Map<String, GeneratedPost> byHash, Predicate<GeneratedPost> wanted, long seed) {
    return new Pool(
        byHash.entrySet().stream()
            .filter(post -> wanted.test(post.getValue()))
            .map(post -> PoolPost.of(seed, post.getKey(), post.getValue().tokens()))
            .toList());
  }

  private static Map<Axis, Double> shares(Mixture mixture, Map<String, GeneratedPost> byHash) {
    Map<Axis, Double> shares = new EnumMap<>(Axis.class);
    for (Axis axis : Axis.values()) {
      long junk =
          mixture.posts().stream()
              .filter(post -> byHash.get(post.hash()).isJunk(axis))
              .mapToLong(PoolPost::tokens)
              .sum();
      shares.put(axis, 100.0 * junk / mixture.tokens());
    }
    return shares;
  }
}
