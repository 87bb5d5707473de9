package org.galton.task.jsonl;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Objects;
import org.galton.task.FiniteTask;
import org.galton.task.Judge;
import org.galton.task.JudgedTask;
import org.galton.task.Prompt;
import org.galton.task.PromptOrder;
import org.galton.task.Split;
import org.galton.task.Template;

/**
 * The prompts of a user's own file, one JSON object a line: {@code {"id": …, "prompt": …,
 * "reference": …, "cluster": …}}, the cluster optional, further keys kept as attributes. The file
 * has no splits of its own: every prompt belongs to whichever split is asked for.
 */
public final class JsonlTask implements FiniteTask, JudgedTask {
  /** What a spec calls this kind of task. */
  public static final String KIND = "jsonl";

  private final String name;
  private final String source;
  private final List<Prompt> prompts;
  private final List<Judge> judges;
  private final Template template;

  private JsonlTask(
      String name, String source, List<Prompt> prompts, List<Judge> judges, Template template) {
    this.name = name;
    this.source = source;
    this.prompts = prompts;
    this.judges = List.copyOf(judges);
    this.template = template;
  }

  /**
   * Reads all prompts; the caller closes the reader.
   *
   * @param source the file's name in messages
   * @param judges of which the first gives the verdicts that figures are made of
   * @throws IllegalArgumentException naming every line that is wrong
   */
  public static JsonlTask read(
      String name, String source, Reader lines, List<Judge> judges, Template template)
      throws IOException {
    List<Prompt> prompts = new JsonlReader(name, source, judges, template).read(lines);
    return new JsonlTask(name, source, prompts, judges, template);
  }

  @Override
  public String name() {
    return name;
  }

  public String source() {
    return source;
  }

  @Override
  public List<Judge> judges() {
    return judges;
  }

  public Template template() {
    return template;
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

  /** In an order that depends on the seed and the prompts, not on their place in the file. */
  @Override
  public List<Prompt> prompts(Split split, int count, long seed) {
    return PromptOrder.first(prompts, count, seed, source);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonlTask task
        && name.equals(task.name)
        && source.equals(task.source)
        && judges.equals(task.judges)
        && template.equals(task.template)
        && prompts.equals(task.prompts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, source, judges, template, prompts);
  }
}
