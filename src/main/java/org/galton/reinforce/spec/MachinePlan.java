package org.galton.reinforce.spec;

/**
 * What of the machine is used. With one thread the weights are the same bit for bit whenever and
 * wherever a training is interrupted.
 *
 * @param threads for learning, and decode loops side by side
 * @param slots most rollouts that a loop draws side by side
 * @param batchTokens most tokens whose gradient is computed at once
 */
public record MachinePlan(int threads, int slots, int batchTokens) {}
