/**
 * The landscape that an agent walks in: a potential estimated from its moves between states by
 * least action, and tests of whether the moves are in detailed balance with it. Owns the way from
 * counted transitions to potentials, actions, p-values and verdicts, and what majority votes do to
 * them. Plain Java and Commons Math; may use {@code numerics} and {@code statistics}.
 *
 * <p>Potentials are in units of 1/beta, actions without unit, affinities in nats. Potentials of
 * states in different components do not compare, and are never subtracted.
 *
 * <p>Song, Cao, Luo, Zhu, Detailed balance in large language model-driven agents, arXiv:2512.10047.
 */
package org.galton.balance;
