package org.galton.task.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.junit.jupiter.api.Test;

/** How often a judge is wrong where right and wrong are known by construction. */
class MadeCompletionsTest {
  private static final List<MadeCompletion> MADE = MadeCompletion.draw(1_000, 20);

  @Test
  void mathIsNeverWronglyRight() {
    Judge judge = MathJudge.withDefaults();
    assertThat(wrongly(judge, made -> !made.right())).isEmpty();
    assertThat(wrongly(judge, MadeCompletion::right)).isEmpty();
  }

  @Test
  void numericIsNeverWronglyRight() {
    Judge judge = NumericJudge.withDefaults();
    assertThat(wrongly(judge, made -> isNumber(made) && !made.right())).isEmpty();
    assertThat(wrongly(judge, made -> isNumber(made) && made.right())).isEmpty();
  }

  private static boolean isNumber(MadeCompletion made) {
    return made.kind() == MadeCompletion.Kind.NUMBER || made.kind() == MadeCompletion.Kind.FRACTION;
  }

  private static List<MadeCompletion> wrongly(Judge judge, Predicate<MadeCompletion> some) {
    return MADE.stream()
        .filter(some)
        .filter(made -> judge.judge(asking(made), made.completion()).correct() != made.right())
        .toList();
  }

  private static Prompt asking(MadeCompletion made) {
    return new Prompt("id", "mine", "id", "What is it?", made.reference(), Map.of());
  }
}
