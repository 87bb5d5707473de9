package org.galton.search.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.galton.search.tree.RewardTree;
import org.galton.statistics.regression.RidgeLogistic;

/**
 * Values as a small model of the prefix, learned from samples of the reference: what a network is
 * to a language, at a size that can be looked through.
 *
 * <pre>  V(prefix) = highest tau of the samples / (1 + exp(-(b + v'x)))</pre>
 *
 * <p>x counts each token of the prefix and each pair of neighbours, and says which token is last.
 * Each length has a regression of its own ({@link RidgeLogistic}, a penalty of 1 over the samples),
 * so that a prefix that no sample has gets its value from others. What is not a weighted sum of x
 * cannot be learned from any number of samples: that an even number of ones is good and an odd one
 * bad, or that a bracket was closed too early.
 */
final class FittedValues {
  private final RewardTree tree;
  private final List<String> tokens = new ArrayList<>();
  private final SampledValues.Counts counts;

  private FittedValues(RewardTree tree, SampledValues.Counts counts) {
    this.tree = tree;
    this.counts = counts;
    for (int child = tree.firstChild(0); child < tree.endOfChildren(0); child++) {
      tokens.add(tree.name(child));
    }
  }

  static IntToDoubleFunction of(RewardTree tree, int samples, long seed) {
    SampledValues.Counts counts = SampledValues.counts(tree, samples, seed);
    FittedValues values = new FittedValues(tree, counts);
    if (counts.highest() == 0) {
      return node -> 1.0 / samples;
    }
    List<RidgeLogistic.Fit> fits = new ArrayList<>();
    for (int length = 1; length < tree.horizon(); length++) {
      fits.add(values.fit(length));
    }
    return node ->
        counts.highest() * fits.get(tree.depth(node) - 1).probability(values.features(node));
  }

  private RidgeLogistic.Fit fit(int length) {
    int[] nodes =
        IntStream.range(0, tree.size())
            .filter(node -> tree.depth(node) == length && counts.counts()[node] > 0)
            .toArray();
    float[][] features = new float[nodes.length][];
    double[] shares = new double[nodes.length];
    double[] weights = new double[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      features[i] = features(nodes[i]);
      weights[i] = counts.counts()[nodes[i]];
      shares[i] = Math.min(1, counts.sums()[nodes[i]] / weights[i] / counts.highest());
    }
    return RidgeLogistic.withDefaults()
        .withRidge(1.0 / counts.samples())
        .fit(features, shares, weights);
  }

  /** Counts of tokens, counts of pairs, and the last token. */
  private float[] features(int node) {
    int size = tokens.size();
    float[] features = new float[size + size * size + size];
    String[] parts = tree.name(node).split("\\.", -1);
    int before = -1;
    for (String part : parts) {
      int token = tokens.indexOf(part);
      features[token]++;
      if (before >= 0) {
        features[size + before * size + token]++;
      }
      before = token;
    }
    features[size + size * size + before] = 1;
    return features;
  }
}
