package org.galton.task.arithmetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.math3.fraction.BigFraction;
import org.galton.search.ProcessVerifier;
import org.galton.task.IndexedStream;
import org.galton.task.MarkedAnswer;
import org.galton.task.Prompt;
import org.galton.task.PromptId;
import org.galton.task.Split;
import org.galton.task.StepValued;
import org.galton.task.Template;
import org.galton.task.Trainable;
import org.galton.task.Verdict;

/**
 * Reach a target with given numbers: {@code reach 82 with 3 7 25}. The answer is the expression
 * that fills the line after the last {@code answer=} of a completion; it is right if it uses no
 * number more often than given and equals the target exactly.
 */
public final class CountdownTask implements Trainable, StepValued {
  public static final String NAME = "countdown";

  private final String name;
  private final CountdownOptions options;
  private final transient Template template;
  private final transient ProblemSource<CountdownProblem> source;

  public CountdownTask(String name, CountdownOptions options) {
    this.name = name;
    this.options = options;
    this.template = options.template();
    List<Function<IndexedStream, CountdownProblem>> cells = new ArrayList<>();
    for (int size : options.sizes()) {
      cells.add(draws -> CountdownProblem.draw(size, draws));
    }
    this.source = new ProblemSource<>(NAME, cells);
  }

  public static CountdownTask withDefaults() {
    return new CountdownTask(NAME, CountdownOptions.defaults());
  }

  @Override
  public String name() {
    return name;
  }

  public CountdownOptions options() {
    return options;
  }

  @Override
  public List<Prompt> prompts(Split split, int count, long seed) {
    return source.distinct(split, count, seed).stream().map(this::prompt).toList();
  }

  @Override
  public WorkedExample example(long seed, long index) {
    CountdownProblem problem = source.training(seed, index);
    return new WorkedExample(template.fill(problem.question()), problem.solution());
  }

  @Override
  public String scorer() {
    return "countdown/1";
  }

  @Override
  public Verdict verify(Prompt prompt, String completion) {
    Optional<ArithmeticExpression> answer =
        MarkedAnswer.line(completion, MarkedAnswer.MARKER).flatMap(ArithmeticExpression::parse);
    boolean correct = answer.isPresent() && reaches(prompt.reference(), answer.get());
    return new Verdict(
        answer.map(ArithmeticExpression::text).orElse(""), correct, false, correct ? 1 : 0);
  }

  @Override
  public ProcessVerifier processVerifier(Prompt prompt) {
    return CountdownProspect.of(prompt.reference());
  }

  @Override
  public String processVerifierName() {
    return CountdownProspect.NAME;
  }

  private static boolean reaches(String reference, ArithmeticExpression answer) {
    String[] parts = reference.split(" with ", 2);
    List<Integer> left =
        new ArrayList<>(Arrays.stream(parts[1].split(" ", -1)).map(Integer::valueOf).toList());
    return answer.numbers().stream().allMatch(number -> left.remove(number))
        && answer.value().equals(Optional.of(new BigFraction(Integer.parseInt(parts[0]))));
  }

  private Prompt prompt(CountdownProblem problem) {
    String text = template.fill(problem.question());
    String id = PromptId.of(name, text, problem.reference());
    return new Prompt(
        id,
        name,
        id,
        text,
        problem.reference(),
        Map.of(
            "numbers", Integer.toString(problem.numbers().size()),
            "target", Integer.toString(problem.target())));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CountdownTask task
        && name.equals(task.name)
        && options.equals(task.options);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, options);
  }

  /** Travels as its name and options. */
  private Object readResolve() {
    return new CountdownTask(name, options);
  }
}
