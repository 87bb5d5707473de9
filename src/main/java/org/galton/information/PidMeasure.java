package org.galton.information;

/**
 * What counts as redundant between two sources. The other atoms follow from it ({@link
 * Decomposition}); no definition is agreed on, so show two.
 *
 * <p>{@link #IMIN}, {@link #MMI} and {@link #BROJA} have atoms of 0 or more. The redundancy of MMI
 * is the largest of the three, and so is its synergy. IMIN and MMI call it redundancy when sources
 * say equally much, be it about different things: two independent variables copied into the target
 * come out as redundancy and synergy, by BROJA as unique information.
 */
public enum PidMeasure {
  /**
   * The expected least specific information.
   *
   * <pre>  sum_t p(t) min_k I(S_k;T=t),
   *  I(S;T=t) = sum_s p(s|t) log2 [p(s,t) / (p(s) p(t))]</pre>
   *
   * <p>Williams and Beer, 2010, arXiv:1004.2515.
   */
  IMIN,

  /**
   * The least mutual information, min(I(S1;T), I(S2;T)). Exact for Gaussian variables with one
   * target.
   *
   * <p>Barrett, Exploration of synergistic and redundant information sharing in static and
   * dynamical Gaussian systems, Physical Review E 91, 2015.
   */
  MMI,

  /**
   * What is lost when the sources are coupled so as to say least together.
   *
   * <pre>  I(S1;T) + I(S2;T) - min_Q I_Q(S1 S2;T)</pre>
   *
   * <p>over all Q with the given (S1,T) and (S2,T). A bisection for binary sources, else a barrier
   * method whose cost grows with the cube of the free cells, |T| (|S1| - 1) (|S2| - 1).
   *
   * <p>Bertschinger, Rauh, Olbrich, Jost and Ay, Quantifying unique information, Entropy 16, 2014.
   */
  BROJA,

  /**
   * What is known once either source's letter is known to be true, on average. Atoms may be
   * negative.
   *
   * <pre>  sum p(s1,s2,t) log2 [p(t, S1=s1 or S2=s2) / (p(S1=s1 or S2=s2) p(t))]</pre>
   *
   * <p>Makkeh, Gutknecht and Wibral, Introducing a differentiable measure of pointwise shared
   * information, Physical Review E 103, 2021.
   */
  SX;

  /** Of a table whose variables are first source, second source and target. */
  public Decomposition decompose(JointTable table) {
    SourceInformation known = SourceInformation.of(table);
    return switch (this) {
      case IMIN -> known.decomposed(LeastSpecificInformation.of(table)).rounded();
      case MMI -> known.decomposed(known.least()).rounded();
      case BROJA ->
          known
              .decomposed(known.first() + known.second() - LeastCoupling.information(table))
              .rounded();
      case SX -> known.decomposed(SharedExclusion.of(table));
    };
  }
}
