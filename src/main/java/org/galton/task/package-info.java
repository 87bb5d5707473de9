/**
 * Prompts and their verifiers. A {@link org.galton.task.Task} makes prompts from a seed and judges
 * completions; it knows nothing of models, tables or Spark. Model output is parsed by bounded
 * parsers only. The identity of a generated problem of arithmetic or countdown decides its split,
 * so no training example is ever a test prompt; facts are shown to a start model whatever their
 * split, and only later questions are divided; rollouts of several turns differ between splits in
 * their random numbers only. An {@link org.galton.task.Environment} has rollouts of several turns,
 * the games of a group or the walk of one agent. {@link org.galton.task.jsonl.JsonlTask} reads a
 * user's own prompts, judged by a {@link org.galton.task.Judge}. A {@link org.galton.task.TaskKind}
 * and a {@link org.galton.task.JudgeKind} are how a spec names them, ours and those of a user's
 * jar.
 */
package org.galton.task;
