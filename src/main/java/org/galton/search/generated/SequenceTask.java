package org.galton.search.generated;

import java.util.List;

/** A reference over sequences of few tokens, and the weight tau of each sequence. */
public enum SequenceTask {
  /** Uniform bits, tau = 1: the reference itself is the target. */
  PLAIN(List.of("0", "1")) {
    @Override
    double tau(int[] sequence) {
      return 1;
    }
  },

  /** Uniform bits, tau = e^(number of ones): every token has its share of the reward. */
  TILT(List.of("0", "1")) {
    @Override
    double tau(int[] sequence) {
      return Math.exp(count(sequence, 1));
    }
  },

  /** Uniform bits, tau = 1 for an even number of ones, else 0: only the last token decides. */
  PARITY(List.of("0", "1")) {
    @Override
    double tau(int[] sequence) {
      return count(sequence, 1) % 2 == 0 ? 1 : 0;
    }
  },

  /**
   * Bits that are 1 with probability 0.2, tau = 1 for an even number of ones, else 0: what a prefix
   * promises hangs on whether its own number is even.
   */
  SKEW(List.of("0", "1")) {
    @Override
    double reference(int[] sequence, int length, int token) {
      return token == 1 ? 0.2 : 0.8;
    }

    @Override
    double tau(int[] sequence) {
      return count(sequence, 1) % 2 == 0 ? 1 : 0;
    }
  },

  /** Uniform letters a, b, c, tau = e^(number of a followed by b): tokens pay together. */
  ABC(List.of("a", "b", "c")) {
    @Override
    double tau(int[] sequence) {
      int pairs = 0;
      for (int i = 1; i < sequence.length; i++) {
        pairs += sequence[i - 1] == 0 && sequence[i] == 1 ? 1 : 0;
      }
      return Math.exp(pairs);
    }
  },

  /** Uniform brackets, tau = 1 for balanced ones, else 0: most prefixes can still be saved. */
  DYCK(List.of("(", ")")) {
    @Override
    double tau(int[] sequence) {
      int open = 0;
      for (int token : sequence) {
        open += token == 0 ? 1 : -1;
        if (open < 0) {
          return 0;
        }
      }
      return open == 0 ? 1 : 0;
    }
  },

  /**
   * Letters t, o, e; after t comes e with probability 0.8, else with 0.1. tau = 1 for sequences
   * without e: a t looks harmless and leaves no good way on.
   */
  AVOID(List.of("t", "o", "e")) {
    @Override
    double reference(int[] sequence, int length, int token) {
      if (length > 0 && sequence[length - 1] == 0) {
        return token == 2 ? 0.8 : 0.1;
      }
      return token == 2 ? 0.1 : 0.45;
    }

    @Override
    double tau(int[] sequence) {
      return count(sequence, 2) == 0 ? 1 : 0;
    }
  };

  private final List<String> tokens;

  SequenceTask(List<String> tokens) {
    this.tokens = tokens;
  }

  /** As nodes are named. */
  public List<String> tokens() {
    return tokens;
  }

  /**
   * Probability of a token after others.
   *
   * @param length how many tokens of the sequence stand before it
   */
  double reference(int[] sequence, int length, int token) {
    return 1.0 / tokens.size();
  }

  /** Of a whole sequence, in tokens by number. */
  abstract double tau(int[] sequence);

  private static int count(int[] sequence, int token) {
    int found = 0;
    for (int one : sequence) {
      found += one == token ? 1 : 0;
    }
    return found;
  }
}
