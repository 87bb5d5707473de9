/**
 * Environments for one agent, as GEM has them (arXiv 2510.01051): games and questions with a seed,
 * steps, rewards and a limit. A state is a function of environment, seed and actions, and nothing
 * else. {@link org.galton.environment.Play} makes an episode a {@link org.galton.game.Position} of
 * one seat, so that whoever plays games with a model plays these. {@code environment.deduction},
 * {@code environment.board} and {@code environment.question} hold the environments, {@code
 * environment.suite} their names. Knows neither models nor tables.
 */
package org.galton.environment;
