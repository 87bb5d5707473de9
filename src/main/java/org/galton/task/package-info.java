/**
 * Prompts and their verifiers. A {@link org.galton.task.Task} makes prompts from a seed and judges
 * completions; it knows nothing of models, tables or Spark. Model output is parsed by bounded
 * parsers only.
 */
package org.galton.task;
