/**
 * Prompts and their verifiers. A {@link org.galton.task.Task} makes prompts from a seed and judges
 * completions; {@link org.galton.task.TaskReader} is how specs write one. Knows nothing of models,
 * tables or Spark; uses {@code spec}. Model output is parsed by bounded parsers only.
 */
package org.galton.task;
