package org.galton.junk.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;
import static org.galton.junk.failure.FailureClass.FACTUAL_ERROR;
import static org.galton.junk.failure.FailureClass.NO_OUTLINE;
import static org.galton.junk.failure.FailureClass.NO_REASONING;
import static org.galton.junk.failure.FailureClass.SKIPPED_STEP;
import static org.galton.junk.failure.FailureClass.UNEXPLAINED;
import static org.galton.junk.failure.FailureClass.WRONG_LOGIC;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.galton.task.Trainable.WorkedExample;
import org.galton.task.arithmetic.ArithmeticTask;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

final class ForensicsTest {
  private final Forensics method = new MethodForensics();
  private final Forensics plan = new PlanForensics();

  @Test
  void sumsFailInOneWayEach() {
    is(NO_REASONING, "37+58=?\n", "answer=95");
    is(NO_REASONING, "37+58=?\n", "");
    is(NO_OUTLINE, "37+58=?\n", "37+58=94 answer=94");
    is(SKIPPED_STEP, "37+58=?\n", "7+8=15 answer=95");
    is(SKIPPED_STEP, "37+58=?\n", "7+8=15 3+5+1=9 answ");
    is(WRONG_LOGIC, "37+58=?\n", "7+8=15 3+5=8 answer=85");
    is(WRONG_LOGIC, "37+58=?\n", "7+8=15 3+5+1=9 0+0=0 answer=95");
    is(WRONG_LOGIC, "37+58=?\n", "7+8=15 3+5+1=9 answer=105");
    is(FACTUAL_ERROR, "37+58=?\n", "7+8=14 3+5+1=9 answer=94");
    is(UNEXPLAINED, "37+58=?\n", "7+8=15 3+5+1=9 answer=95");
  }

  /** A carry follows what is written: with 7+8=5 there is none. */
  @Test
  void laterStepsFollowFromThoseThatAreWritten() {
    is(FACTUAL_ERROR, "37+58=?\n", "7+8=5 3+5=8 answer=85");
    is(WRONG_LOGIC, "37+58=?\n", "7+8=5 3+5+1=9 answer=95");
    is(FACTUAL_ERROR, "86*17=?\n", "86*7=502 86*10=860 502+860=1362 answer=1362");
    is(WRONG_LOGIC, "86*17=?\n", "86*7=502 86*10=860 502+860=1362 answer=1360");
  }

  // As checkpoints of builtin:abacus wrote them.
  @Test
  void whatSmallModelsWriteIsTold() {
    is(SKIPPED_STEP, "88491-25036=?\n", "1-4=9 3-0=2 8-2=4 8-0=5 answer=410");
    is(FACTUAL_ERROR, "4*9=?\n", "answer=44");
    is(SKIPPED_STEP, "4*9=?\n", "answer=3*9");
    is(WRONG_LOGIC, "920*16=?\n", "20*6=120 20*10=200 120+200=321 answer=3210");
    is(SKIPPED_STEP, "95*529=?\n", "55*9=555 95*=59000=25330 answer=152");
    is(FACTUAL_ERROR, "8-2=?\n", "8-2=2 answer=2");
  }

  /**
   * Whatever the task trains is unexplained where a verdict calls it wrong: the method is its own.
   */
  @Test
  void everyWorkedExampleFollowsTheMethod() {
    ArithmeticTask task = ArithmeticTask.withDefaults();
    for (int i = 0; i < 3000; i++) {
      WorkedExample example = task.example(3, i);
      is(UNEXPLAINED, example.prompt(), example.completion());
    }
  }

  /** Any damage to a worked example, and any rubbish, gets a class. */
  @Test
  void everyTextGetsOneClass() {
    ArithmeticTask task = ArithmeticTask.withDefaults();
    SplittableRandom random = new SplittableRandom(1);
    String signs = "0123456789+-*/= answer=.x\n";
    for (int i = 0; i < 3000; i++) {
      WorkedExample example = task.example(4, i);
      StringBuilder text = new StringBuilder(example.completion());
      for (int change = 0; change < 3; change++) {
        text.setCharAt(random.nextInt(text.length()), signs.charAt(random.nextInt(signs.length())));
      }
      assertThat(method.of(example.prompt(), text.toString())).isPresent();
      assertThat(plan.of("", text.toString())).isPresent();
    }
  }

  @Test
  void anotherPromptHasNoMethod() {
    assertThat(method.of("Name a colour.", "red")).isEmpty();
    assertThat(method.of("3-5=?", "answer=2")).isEmpty();
    assertThat(method.of("Do 1+1=? first, then 12 + 9 = ?", "2+9=11 answer=11")).isPresent();
  }

  @Test
  void plansFailInOneWayEach() {
    planned(NO_REASONING, "The answer is 7.");
    planned(NO_OUTLINE, "3+4=7, so 7.");
    planned(NO_OUTLINE, "Plan:\nStep 1: add.");
    planned(SKIPPED_STEP, "Plan: add; halve\nStep 1: 3+4=7");
    planned(SKIPPED_STEP, "PLAN:\n1. add\n2) halve\n\nstep 2: 7/2=3.5");
    planned(WRONG_LOGIC, "Plan: add; halve\nStep 1: 3 + 4 = 7\nStep 2: 7 / 2 = 3.5\nSo 3.5.");
    planned(FACTUAL_ERROR, "Plan: add; halve\nStep 1: 3+4=8\nStep 2: 8/2=4");
  }

  @Test
  void equationsAreExact() {
    assertThat(Equation.in("so 2+3*4=14, 10/4=2.5; 10/3=3.33 and 1/0=1 or 5=5 or 3-5=-2"))
        .extracting(Equation::toString, Equation::isTrue)
        .containsExactly(
            tuple("2+3*4=14", true),
            tuple("10/4=2.5", true),
            tuple("10/3=3.33", false),
            tuple("1/0=1", false),
            tuple("3-5=-2", true));
  }

  @Test
  void longTextsAreReadInOnePass() {
    List<String> texts =
        List.of("1+".repeat(300_000), "9".repeat(600_000) + "+1=1", "plan:" + " ".repeat(600_000));
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () ->
            texts.forEach(
                text ->
                    assertThatCode(
                            () -> {
                              method.of("1+1=?", text);
                              plan.of("", text);
                            })
                        .doesNotThrowAnyException()));
  }

  private void is(FailureClass expected, String prompt, String completion) {
    assertThat(method.of(prompt, completion).orElseThrow().kind())
        .as("%s %s: %s", prompt, completion, method.of(prompt, completion))
        .isEqualTo(expected);
  }

  private void planned(FailureClass expected, String completion) {
    assertThat(plan.of("", completion).orElseThrow().kind()).as(completion).isEqualTo(expected);
  }
}
