/**
 * Reinforcement learning with verifiable rewards: choose prompts, draw, judge, learn, store, and
 * again. {@link org.galton.reinforce.Reinforcement} is the whole training. Draws and learns by
 * {@code train.policy}, which alone knows the engine, in this process or through {@code job.policy}
 * on executors, and leaves its rollouts and scores in the tables of sweeps.
 */
package org.galton.reinforce;
