package org.galton.task.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.galton.task.IndexedStream;
import org.galton.task.MarkedAnswer;
import org.galton.task.Prompt;
import org.galton.task.PromptId;
import org.galton.task.Split;
import org.galton.task.Template;
import org.galton.task.Trainable;
import org.galton.task.Verdict;

/**
 * Sums, differences and products at four levels of difficulty. Prompts read {@code 37+58=?}; the
 * answer is the integer after the last {@code answer=} of a completion.
 */
public final class ArithmeticTask implements Trainable {
  public static final String NAME = "arithmetic";

  private final String name;
  private final ArithmeticOptions options;
  private final transient Template template;
  private final transient ProblemSource<ArithmeticProblem> source;

  public ArithmeticTask(String name, ArithmeticOptions options) {
    this.name = name;
    this.options = options;
    this.template = options.template();
    List<Function<IndexedStream, ArithmeticProblem>> cells = new ArrayList<>();
    for (int level : options.levels()) {
      for (Operation operation : options.operations()) {
        cells.add(draws -> ArithmeticProblem.draw(operation, level, draws));
      }
    }
    this.source = new ProblemSource<>(NAME, cells);
  }

  public static ArithmeticTask withDefaults() {
    return new ArithmeticTask(NAME, ArithmeticOptions.defaults());
  }

  @Override
  public String name() {
    return name;
  }

  public ArithmeticOptions options() {
    return options;
  }

  @Override
  public List<Prompt> prompts(Split split, int count, long seed) {
    return source.distinct(split, count, seed).stream().map(this::prompt).toList();
  }

  @Override
  public WorkedExample example(long seed, long index) {
    ArithmeticProblem problem = source.training(seed, index);
    return new WorkedExample(template.fill(problem.question()), ArithmeticChain.of(problem));
  }

  @Override
  public String scorer() {
    return "arithmetic/1";
  }

  @Override
  public Verdict verify(Prompt prompt, String completion) {
    String answer =
        MarkedAnswer.line(completion, MarkedAnswer.MARKER)
            .flatMap(IntegerAnswer::leading)
            .orElse("");
    boolean correct = answer.equals(prompt.reference());
    return new Verdict(answer, correct, false, correct ? 1 : 0);
  }

  private Prompt prompt(ArithmeticProblem problem) {
    String text = template.fill(problem.question());
    String reference = Integer.toString(problem.answer());
    String id = PromptId.of(name, text, reference);
    // Problems of one operation and level are drawn independently: a stratum, not a family.
    return new Prompt(
        id,
        name,
        id,
        text,
        reference,
        Map.of("operation", problem.operation().key(), "level", Integer.toString(problem.level())));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ArithmeticTask task
        && name.equals(task.name)
        && options.equals(task.options);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, options);
  }

  /** Travels as its name and options. */
  private Object readResolve() {
    return new ArithmeticTask(name, options);
  }
}
