/**
 * The mathematics of reinforcement learning from verifiable rewards, from a judged rollout to the
 * coefficient of a token's gradient: {@code signal} turns verdicts into rewards, {@code filter}
 * drops what teaches nothing, {@code advantage} compares the rollouts of a prompt, {@code loss}
 * weighs their tokens, {@code budget} says how many rollouts each prompt gets next. This package
 * owns what the parts share.
 *
 * <p>Immutable methods on arrays of numbers. No result depends on the order of the rollouts of a
 * prompt. NaN and infinity are refused on the way in. Plain Java and Commons Math; may use {@code
 * numerics} and {@code statistics}.
 */
package org.galton.reward;
