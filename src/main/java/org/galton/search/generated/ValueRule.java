package org.galton.search.generated;

import java.util.function.IntToDoubleFunction;
import org.galton.numerics.Expect;
import org.galton.numerics.SplitMix64;
import org.galton.search.tree.ExactLaws;
import org.galton.search.tree.RewardTree;

/**
 * Which values inner nodes have. V* is the exact value, the expectation of tau under the reference.
 */
public enum ValueRule {
  /** V* itself. */
  EXACT {
    @Override
    IntToDoubleFunction of(RewardTree tree, double[] exact, Faults faults) {
      return node -> exact[node];
    }
  },

  /** V* times a factor from 1/(1 + eps) to 1 + eps that each prefix draws by itself. */
  NOISY {
    @Override
    IntToDoubleFunction of(RewardTree tree, double[] exact, Faults faults) {
      return node -> {
        double unit = SplitMix64.named(faults.seed(), tree.name(node)).nextUnit();
        return exact[node] * Math.pow(1 + faults.eps(), 2 * unit - 1);
      };
    }
  },

  /** V* times 1 + eps where the last token is the first of all tokens. */
  BIASED {
    @Override
    IntToDoubleFunction of(RewardTree tree, double[] exact, Faults faults) {
      return node -> {
        boolean isFirst = node == tree.firstChild(tree.parent(node));
        return exact[node] * (isFirst ? 1 + faults.eps() : 1);
      };
    }
  },

  /** V* of the prefix without its last token. */
  DELAYED {
    @Override
    IntToDoubleFunction of(RewardTree tree, double[] exact, Faults faults) {
      return node -> exact[tree.parent(node)];
    }
  },

  /** The same everywhere: V* of the root. */
  FLAT {
    @Override
    IntToDoubleFunction of(RewardTree tree, double[] exact, Faults faults) {
      return node -> exact[0];
    }
  },

  /**
   * The mean tau of samples of the reference that begin so, and of one more sample that has the
   * mean of all.
   */
  SAMPLED {
    @Override
    IntToDoubleFunction of(RewardTree tree, double[] exact, Faults faults) {
      return SampledValues.of(tree, faults.samples(), faults.seed());
    }

    @Override
    public boolean usesSamples() {
      return true;
    }
  },

  /** Regressions on counts of tokens and pairs, fitted to the same samples. */
  LEARNED {
    @Override
    IntToDoubleFunction of(RewardTree tree, double[] exact, Faults faults) {
      return FittedValues.of(tree, faults.samples(), faults.seed());
    }

    @Override
    public boolean usesSamples() {
      return true;
    }
  };

  /**
   * How wrong values are.
   *
   * @param eps of noisy and biased ones, 0 or more
   * @param samples of sampled and learned ones, 1 or more
   */
  public record Faults(double eps, int samples, long seed) {
    public Faults {
      Expect.that(eps >= 0 && Double.isFinite(eps), "eps", eps, "a finite number of 0 or more");
      Expect.that(samples >= 1, "samples", samples, "1 or more");
    }
  }

  /** The tree with values by this rule. */
  public RewardTree valued(RewardTree tree, Faults faults) {
    return tree.withValues(of(tree, ExactLaws.values(tree), faults));
  }

  /** Whether other samples of the reference give other values. */
  public boolean usesSamples() {
    return false;
  }

  abstract IntToDoubleFunction of(RewardTree tree, double[] exact, Faults faults);
}
