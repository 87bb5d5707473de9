package org.galton.junk.failure;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Any text that writes an outline and then its steps. A line {@code Plan:} holds the outline: parts
 * between semicolons, or lines {@code 1.}, {@code 2.}, … below it. A line that begins with {@code
 * Step k:} carries out part k. Capitals do not count.
 *
 * <ul>
 *   <li>no reasoning: neither a step nor an equation.
 *   <li>no outline: no plan.
 *   <li>skipped step: a part of the plan has no line of its own.
 *   <li>wrong logic: all equations are true, or there are none, so what was asked for was wrong.
 *   <li>factual error: an equation is false.
 * </ul>
 */
public final class PlanForensics implements Forensics {
  private static final Pattern PLAN = Pattern.compile("(?im)^[ \t]*plan[ \t]*:[ \t]*+(.*+)$");
  private static final Pattern PART = Pattern.compile("[ \t]*(\\d{1,4})[.)][ \t]+\\S.*");
  private static final Pattern STEP = Pattern.compile("(?im)^[ \t]*step[ \t]+(\\d{1,4})[ \t]*:");

  @Override
  public Optional<Failure> of(String prompt, String completion) {
    return Optional.of(failure(completion));
  }

  private static Failure failure(String completion) {
    TreeSet<Integer> steps = new TreeSet<>();
    STEP.matcher(completion).results().forEach(step -> steps.add(Integer.valueOf(step.group(1))));
    List<Equation> equations = Equation.in(completion);
    if (steps.isEmpty() && equations.isEmpty()) {
      return new Failure(FailureClass.NO_REASONING, "neither a step nor an equation");
    }
    int planned = planned(completion);
    if (planned == 0) {
      return new Failure(FailureClass.NO_OUTLINE, "no line 'Plan:' with parts");
    }
    for (int part = 1; part <= planned; part++) {
      if (!steps.contains(part)) {
        return new Failure(
            FailureClass.SKIPPED_STEP, "no line 'Step %d:' of %d".formatted(part, planned));
      }
    }
    return MethodForensics.falseEquation(equations)
        .orElseGet(
            () ->
                new Failure(
                    FailureClass.WRONG_LOGIC,
                    "all %d parts are carried out, and no equation is false".formatted(planned)));
  }

  /** Parts of the first plan; 0 where there is none. */
  private static int planned(String completion) {
    Matcher plan = PLAN.matcher(completion);
    if (!plan.find()) {
      return 0;
    }
    int inLine =
        (int)
            List.of(plan.group(1).split(";", -1)).stream().filter(part -> !part.isBlank()).count();
    if (inLine > 0) {
      return inLine;
    }
    return (int)
        completion
            .substring(plan.end())
            .lines()
            .dropWhile(String::isBlank)
            .takeWhile(line -> PART.matcher(line).matches())
            .count();
  }
}
