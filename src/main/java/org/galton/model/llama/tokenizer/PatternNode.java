package org.galton.model.llama.tokenizer;

import java.util.List;

/** A part of a pattern: how many paths a match can take through it. */
sealed interface PatternNode {
  /** A repeat without end. */
  int ENDLESS = -1;

  /** No larger size is told apart. */
  long MOST_SIZE = 1_000_000_000;

  /**
   * @param sentBack whether a part after this one can fail, so that other paths are tried
   */
  Paths paths(boolean sentBack);

  boolean canFail();

  int least();

  long size();

  /** So many paths: {@code constant} + {@code slope} · n, and more where {@code steep}. */
  record Paths(double constant, double slope, boolean steep) {
    static final Paths NONE = new Paths(0, 0, false);
    static final Paths ONE = new Paths(1, 0, false);

    Paths then(Paths next) {
      return new Paths(
          constant * next.constant,
          constant * next.slope + slope * next.constant,
          steep || next.steep || slope * next.slope > 0);
    }

    Paths or(Paths other) {
      return new Paths(constant + other.constant, slope + other.slope, steep || other.steep);
    }
  }

  /** One character of a set. */
  record OneOf() implements PatternNode {
    @Override
    public Paths paths(boolean sentBack) {
      return Paths.ONE;
    }

    @Override
    public boolean canFail() {
      return true;
    }

    @Override
    public int least() {
      return 1;
    }

    @Override
    public long size() {
      return 1;
    }
  }

  /** A place in the text, or a look at what is around it. */
  record Around(PatternNode seen) implements PatternNode {
    @Override
    public Paths paths(boolean sentBack) {
      return seen.paths(false);
    }

    @Override
    public boolean canFail() {
      return true;
    }

    @Override
    public int least() {
      return 0;
    }

    @Override
    public long size() {
      return 1 + seen.size();
    }
  }

  /** A part that keeps the first path that it finds. */
  record Atomic(PatternNode part) implements PatternNode {
    @Override
    public Paths paths(boolean sentBack) {
      return part.paths(false);
    }

    @Override
    public boolean canFail() {
      return part.canFail();
    }

    @Override
    public int least() {
      return part.least();
    }

    @Override
    public long size() {
      return part.size();
    }
  }

  record Sequence(List<PatternNode> parts) implements PatternNode {
    @Override
    public Paths paths(boolean sentBack) {
      Paths paths = Paths.ONE;
      Paths last = Paths.NONE;
      boolean fails = sentBack;
      for (int i = parts.size() - 1; i >= 0; i--) {
        Paths part = parts.get(i).paths(fails);
        fails |= parts.get(i).canFail();
        // What cannot fail, at the end, is tried once: after the path that led there.
        if (fails) {
          paths = part.then(paths);
        } else {
          last = last.or(part);
        }
      }
      return paths.or(last);
    }

    @Override
    public boolean canFail() {
      return parts.stream().anyMatch(PatternNode::canFail);
    }

    @Override
    public int least() {
      return parts.stream().mapToInt(PatternNode::least).sum();
    }

    @Override
    public long size() {
      return parts.stream().mapToLong(PatternNode::size).sum();
    }
  }

  record Choice(List<PatternNode> branches) implements PatternNode {
    @Override
    public Paths paths(boolean sentBack) {
      return branches.stream()
          .map(branch -> branch.paths(sentBack))
          .reduce(Paths::or)
          .orElseThrow();
    }

    @Override
    public boolean canFail() {
      return branches.stream().allMatch(PatternNode::canFail);
    }

    @Override
    public int least() {
      return branches.stream().mapToInt(PatternNode::least).min().orElseThrow();
    }

    @Override
    public long size() {
      return branches.stream().mapToLong(PatternNode::size).sum();
    }
  }

  record Repeat(PatternNode part, int from, int to) implements PatternNode {
    @Override
    public Paths paths(boolean sentBack) {
      if (from == 0 && to == 1) {
        Paths once = part.paths(sentBack);
        return sentBack ? once.or(Paths.ONE) : once;
      }
      Paths each = part.paths(true);
      if (each.equals(Paths.ONE)) {
        if (!sentBack || from == to) {
          return Paths.ONE;
        }
        return to == ENDLESS ? new Paths(0, 1, false) : new Paths(to - from + 1.0, 0, false);
      }
      if (to == ENDLESS || each.slope() > 0 || each.steep()) {
        throw new IllegalArgumentException(
            "a repeat of a part that can match the same text in several ways, expected one way");
      }
      return new Paths(Math.pow(each.constant() + (from == to ? 0 : 1), to), 0, false);
    }

    @Override
    public boolean canFail() {
      return from > 0 && part.canFail();
    }

    @Override
    public int least() {
      return from * part.least();
    }

    @Override
    public long size() {
      return Math.min(MOST_SIZE, part.size() * Math.max(1, Math.max(from, to)));
    }
  }
}
