package org.galton.sweep;

import org.galton.task.Split;
import org.galton.task.Task;

/**
 * A task as a sweep asks for it.
 *
 * @param prompts how many of the split's prompts, counted from the first
 */
public record TaskSpec(Task task, int prompts, Split split) {}
