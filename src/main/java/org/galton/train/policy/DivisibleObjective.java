package org.galton.train.policy;

import java.io.Serializable;
import java.util.List;

/**
 * An objective of a batch that other processes compute in shares. Weights and normalisers are those
 * of the whole batch, so that the gradients of all shares add up to its gradient.
 *
 * @param <A> what a share has counted while it was asked for coefficients
 */
public interface DivisibleObjective<A extends Serializable> extends TokenObjective, Serializable {
  /** Of some rollouts only, which are numbered from 0 in this order. */
  DivisibleObjective<A> share(List<Integer> rollouts);

  /** What it has counted. */
  A account();

  /** Adds what a share has counted, as if it had been counted here. */
  void add(A account);
}
