package org.galton.benchmark;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.galton.task.FiniteTask;
import org.galton.task.Prompt;
import org.galton.task.PromptOrder;
import org.galton.task.Scorer;
import org.galton.task.Split;
import org.galton.task.Verdict;
import org.galton.task.Verifier;

/**
 * The items of a published benchmark's file. The file is one split: every prompt belongs to
 * whichever split is asked for.
 */
public final class BenchmarkTask implements FiniteTask {
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
  public String scorer() {
    return options.judges().get(0).scorer();
  }

  @Override
  public Verdict verify(Prompt prompt, String completion) {
    return options.judges().get(0).judge(prompt, completion);
  }

  @Override
  public Verifier verifier() {
    return options.judges().get(0).verifier();
  }

  @Override
  public boolean isTriedFirst() {
    return options.judges().get(0).isTriedFirst();
  }

  @Override
  public Optional<String> judgingModel() {
    return options.judges().get(0).judgingModel();
  }

  @Override
  public List<Scorer> furtherScorers() {
    return List.copyOf(options.judges().subList(1, options.judges().size()));
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
