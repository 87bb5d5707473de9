package org.galton.benchmark;

import java.util.List;
import java.util.Objects;
import org.galton.task.FiniteTask;
import org.galton.task.Judge;
import org.galton.task.JudgedTask;
import org.galton.task.Prompt;
import org.galton.task.PromptOrder;
import org.galton.task.Split;

/**
 * The items of a published benchmark's file. The file is one split: every prompt belongs to
 * whichever split is asked for.
 */
public final class BenchmarkTask implements FiniteTask, JudgedTask {
  private final String name;
  private final List<Prompt> prompts;
  private final List<String> remarks;
  private final BenchmarkOptions options;

  BenchmarkTask(String name, BenchmarkOptions options, List<Prompt> prompts, List<String> remarks) {
    this.name = name;
    this.remarks = List.copyOf(remarks);
    this.options = options;
    this.prompts = List.copyOf(prompts);
  }

  BenchmarkOptions options() {
    return options;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int mostPrompts() {
    return prompts.size();
  }

  /** The whole file. */
  @Override
  public int usualPrompts() {
    return prompts.size();
  }

  @Override
  public List<Prompt> prompts(Split split, int count, long seed) {
    return PromptOrder.first(prompts, count, seed, options.path());
  }

  @Override
  public List<String> remarks() {
    return remarks;
  }

  @Override
  public List<Judge> judges() {
    return options.judges();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BenchmarkTask task
        && name.equals(task.name)
        && options.equals(task.options)
        && prompts.equals(task.prompts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, options, prompts);
  }
}
