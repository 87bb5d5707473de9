package org.galton.reinforce;

import org.galton.task.Prompt;

/**
 * A prompt that is trained on.
 *
 * @param number its place in the pool, from 0
 * @param task number of its task in the spec
 */
record PooledPrompt(int number, int task, Prompt prompt) {}
