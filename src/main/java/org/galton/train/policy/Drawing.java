package org.galton.train.policy;

import java.io.Serializable;

/**
 * How a policy draws. Neither number changes what is drawn.
 *
 * @param slots most rollouts decoded side by side by one loop
 * @param loops decode loops side by side, each on a thread of its own
 */
public record Drawing(int slots, int loops) implements Serializable {}
