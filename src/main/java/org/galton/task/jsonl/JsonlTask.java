package org.galton.task.jsonl;

import java.io.IOException;
import java.io.Reader;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.galton.numerics.Fnv1a;
import org.galton.task.FiniteTask;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.Template;
import org.galton.task.Verdict;
import org.galton.task.Verifier;

/**
 * The prompts of a user's own file, one JSON object a line: {@code {"id": …, "prompt": …,
 * "reference": …, "cluster": …}}, the cluster optional, further keys kept as attributes. The file
 * has no splits of its own: every prompt belongs to whichever split is asked for.
 */
public final class JsonlTask implements FiniteTask {
  /** What a spec calls this kind of task. */
  public static final String KIND = "jsonl";

  private final String name;
  private final String source;
  private final List<Prompt> prompts;
  private final Judge judge;
  private final Template template;

  private JsonlTask(
      String name, String source, List<Prompt> prompts, Judge judge, Template template) {
    this.name = name;
    this.source = source;
    this.prompts = prompts;
    this.judge = judge;
    this.template = template;
  }

  /**
   * Reads all prompts; the caller closes the reader.
   *
   * @param source the file's name in messages
   * @throws IllegalArgumentException naming every line that is wrong
   */
  public static JsonlTask read(
      String name, String source, Reader lines, Judge judge, Template template) throws IOException {
    List<Prompt> prompts = new JsonlReader(name, source, judge, template).read(lines);
    return new JsonlTask(name, source, prompts, judge, template);
  }

  @Override
  public String name() {
    return name;
  }

  public String source() {
    return source;
  }

  public Judge judge() {
    return judge;
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
    if (count > prompts.size()) {
      throw new IllegalArgumentException(
          "Cannot draw %d prompts of %s: it holds %d; ask for fewer or add lines"
              .formatted(count, source, prompts.size()));
    }
    return prompts.stream()
        .sorted(
            Comparator.comparingLong((Prompt prompt) -> Fnv1a.mixed(seed + " " + prompt.id()))
                .thenComparing(Prompt::id))
        .limit(count)
        .toList();
  }

  @Override
  public String scorer() {
    return judge.scorer();
  }

  @Override
  public Verdict verify(Prompt prompt, String completion) {
    return judge.judge(prompt, completion);
  }

  @Override
  public Verifier verifier() {
    return judge.verifier();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonlTask task
        && name.equals(task.name)
        && source.equals(task.source)
        && judge.equals(task.judge)
        && template.equals(task.template)
        && prompts.equals(task.prompts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, source, judge, template, prompts);
  }
}
