package org.galton.statistics.vote;

/** What a vote earns when several answers share the largest number of votes. */
public enum Ties {
  /** Right tied answers over tied answers: the expectation of breaking the tie at random. */
  SHARED,
  /** 0 as soon as one of the tied answers is wrong. */
  WRONG;

  double earned(int tiedCorrect, int tiedWrong) {
    return switch (this) {
      case SHARED -> (double) tiedCorrect / (tiedCorrect + tiedWrong);
      case WRONG -> tiedWrong == 0 ? 1 : 0;
    };
  }
}
