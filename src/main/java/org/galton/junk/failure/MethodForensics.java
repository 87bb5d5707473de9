package org.galton.junk.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Arithmetic by the {@linkplain WrittenMethod written method}, which is the outline that each
 * answer has to follow. A completion has equations and {@code answer=}, such as {@code 7+8=15
 * 3+5+1=9 answer=95}.
 *
 * <ul>
 *   <li>no reasoning: the method has steps, and there is no equation.
 *   <li>no outline: no equation has the form of a step, such as digit+digit for a sum.
 *   <li>skipped step: fewer equations of that form than the method has steps, or no answer.
 *   <li>wrong logic: more of them, or one whose left side is not what the method asks for after
 *       those before it; or another answer than the steps come to.
 *   <li>factual error: an equation is false; or the answer to a product of two digits, which has no
 *       steps.
 *   <li>unexplained: none of these, so the answer is right and the verdict is not.
 * </ul>
 */
public final class MethodForensics implements Forensics {
  private static final Pattern ANSWER = Pattern.compile("answer=[ \t]*(-?\\d{1,18})(?![\\d*+/.-])");

  @Override
  public Optional<Failure> of(String prompt, String completion) {
    return WrittenMethod.of(prompt).map(method -> failure(method, completion));
  }

  private static Failure failure(WrittenMethod method, String completion) {
    List<Equation> equations = Equation.in(completion);
    List<Equation> steps = equations.stream().filter(method::isOfItsForm).toList();
    if (method.steps() > 0 && equations.isEmpty()) {
      return new Failure(FailureClass.NO_REASONING, "no equation");
    }
    if (method.steps() > 0 && steps.isEmpty()) {
      return new Failure(
          FailureClass.NO_OUTLINE, "%s is no step of the method".formatted(equations.get(0)));
    }
    if (steps.size() < method.steps()) {
      return new Failure(
          FailureClass.SKIPPED_STEP, "%d of %d steps".formatted(steps.size(), method.steps()));
    }
    Optional<Long> answer = answer(completion);
    if (answer.isEmpty()) {
      return new Failure(FailureClass.SKIPPED_STEP, "no answer");
    }
    if (method.steps() == 0) {
      return recalled(method, answer.get());
    }
    return wrongLogic(method, steps, answer.get())
        .or(() -> falseEquation(steps))
        .orElseGet(() -> new Failure(FailureClass.UNEXPLAINED, "the answer is right"));
  }

  private static Failure recalled(WrittenMethod method, long answer) {
    long right = method.answer(List.of());
    return answer == right
        ? new Failure(FailureClass.UNEXPLAINED, "the answer is right")
        : new Failure(FailureClass.FACTUAL_ERROR, "answer=%d, it is %d".formatted(answer, right));
  }

  private static Optional<Failure> wrongLogic(
      WrittenMethod method, List<Equation> steps, long answer) {
    String problem = null;
    List<Equation> before = new ArrayList<>();
    for (int step = 0; step < method.steps() && problem == null; step++) {
      String asked = method.left(step, before);
      if (!steps.get(step).left().equals(asked)) {
        problem = "step %d is %s, not %s".formatted(step + 1, steps.get(step).left(), asked);
      }
      before.add(steps.get(step));
    }
    if (problem == null && steps.size() > method.steps()) {
      problem = "%d steps for %d".formatted(steps.size(), method.steps());
    }
    if (problem == null && method.answer(steps) != answer) {
      problem = "answer=%d, the steps come to %d".formatted(answer, method.answer(steps));
    }
    return Optional.ofNullable(problem)
        .map(evidence -> new Failure(FailureClass.WRONG_LOGIC, evidence));
  }

  static Optional<Failure> falseEquation(List<Equation> equations) {
    return equations.stream()
        .filter(equation -> !equation.isTrue())
        .findFirst()
        .map(wrong -> new Failure(FailureClass.FACTUAL_ERROR, wrong + " is false"));
  }

  /** After the last {@code answer=}. */
  private static Optional<Long> answer(String completion) {
    int at = completion.lastIndexOf("answer=");
    if (at < 0) {
      return Optional.empty();
    }
    Matcher answer = ANSWER.matcher(completion).region(at, completion.length());
    return answer.lookingAt() ? Optional.of(Long.valueOf(answer.group(1))) : Optional.empty();
  }
}
