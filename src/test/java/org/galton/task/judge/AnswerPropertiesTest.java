package org.galton.task.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every verdict on mathematics. */
class AnswerPropertiesTest {
  private static final Judge MATH = MathJudge.withDefaults();
  private static final Judge NUMERIC = NumericJudge.withDefaults();
  private static final List<String> PIECES =
      List.of(
          "\\boxed{",
          "}",
          "{",
          "$",
          "\\frac{",
          "^",
          "_",
          "=",
          ",",
          " or ",
          "answer is ",
          "####",
          "<answer>",
          "</think>",
          "not ",
          "?",
          "\n",
          "9",
          "\\sqrt",
          "(",
          "]",
          "&",
          "\\\\",
          "−",
          "𝟗");

  static Stream<String> references() {
    return Stream.concat(
            JudgedAnswer.all().stream()
                .filter(known -> known.judge().equals("math"))
                .map(JudgedAnswer::reference),
            MadeCompletion.draw(40, 3).stream().map(MadeCompletion::reference))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("references")
  void theReferenceItselfIsRight(String reference) {
    for (String place :
        List.of(
            "R",
            "R.",
            "\\boxed{R}",
            "Answer: R",
            "The answer is R.",
            "$R$",
            "<answer>R</answer>")) {
      Verdict verdict = judge(MATH, reference, place.replace("R", reference));
      assertThat(verdict.correct()).as(place + " " + verdict).isTrue();
      assertThat(verdict.answer()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("references")
  void blanksAndStylingChangeNothing(String reference) {
    for (JudgedAnswer known : JudgedAnswer.all()) {
      String completion = known.completion();
      if (known.reference().equals(reference) && completion.matches("\\\\boxed\\{[^?]+}")) {
        Verdict verdict = judge(MATH, reference, completion);
        String content = completion.substring(7, completion.length() - 1);
        for (String form :
            List.of(
                "\\boxed{ V }",
                "\\boxed{\\,V}",
                "\\boxed{$V$}",
                "$\\boxed{V}$",
                "\\boxed{V}.",
                "\\boxed{V.}",
                "so  \\boxed {V}")) {
          Verdict same = judge(MATH, reference, form.replace("V", content));
          assertThat(same.correct())
              .as(form + " " + verdict + " " + same)
              .isEqualTo(verdict.correct());
          assertThat(same.answer()).as(form).isEqualTo(verdict.answer());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "ar-EG", "hi-IN-u-nu-deva"})
  void noLocaleChangesAVerdict(String tag) {
    List<Verdict> expected = verdicts();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertThat(verdicts()).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Tag("whole")
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 64})
  void noNumberOfThreadsChangesAVerdict(int threads) throws Exception {
    List<Verdict> expected = verdicts();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<List<Verdict>>> calls = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        calls.add(AnswerPropertiesTest::verdicts);
      }
      for (Future<List<Verdict>> verdicts : pool.invokeAll(calls)) {
        assertThat(verdicts.get()).isEqualTo(expected);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Tag("slow")
  @Test
  void mutatedCompletionsNeverThrow() {
    List<MadeCompletion> made = MadeCompletion.draw(500, 5);
    List<JudgedAnswer> known =
        JudgedAnswer.all().stream().filter(answer -> answer.judge().equals("math")).toList();
    for (long seed = 0; seed < 10_000; seed++) {
      Random random = new Random(seed);
      boolean first = random.nextBoolean();
      MadeCompletion some = made.get(random.nextInt(made.size()));
      JudgedAnswer other = known.get(random.nextInt(known.size()));
      String reference = first ? some.reference() : other.reference();
      String text = mutated(first ? some.completion() : other.completion(), random);
      assertConsistent(MATH, reference, text, seed);
      if (first && some.kind() == MadeCompletion.Kind.NUMBER) {
        assertConsistent(NUMERIC, reference, text, seed);
      }
    }
  }

  private static void assertConsistent(Judge judge, String reference, String text, long seed) {
    Verdict verdict;
    try {
      verdict = judge(judge, reference, text);
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("seed %d: %s".formatted(seed, text), e);
    }
    assertThat(verdict.reward()).as("seed %d", seed).isEqualTo(verdict.correct() ? 1 : 0);
    assertThat(verdict.correct() && verdict.answer().isEmpty()).as("seed %d", seed).isFalse();
    assertThat(verdict.answer().length()).as("seed %d", seed).isLessThan(300);
    assertThat(verdict.detail().length()).as("seed %d", seed).isLessThanOrEqualTo(300);
  }

  private static String mutated(String text, Random random) {
    StringBuilder mutated = new StringBuilder(text);
    for (int edit = random.nextInt(6); edit >= 0; edit--) {
      int at = random.nextInt(mutated.length() + 1);
      int to = Math.min(mutated.length(), at + random.nextInt(8));
      switch (random.nextInt(4)) {
        case 0 -> mutated.delete(at, to);
        case 1 -> mutated.insert(at, mutated.substring(at, to));
        case 2 -> mutated.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        default -> mutated.insert(at, PIECES.get(random.nextInt(PIECES.size())).repeat(80));
      }
    }
    return mutated.toString();
  }

  private static List<Verdict> verdicts() {
    List<Verdict> verdicts = new ArrayList<>();
    for (MadeCompletion made : MadeCompletion.draw(200, 7)) {
      verdicts.add(judge(MATH, made.reference(), made.completion()));
    }
    for (JudgedAnswer known : JudgedAnswer.all()) {
      if (known.judge().equals("math")) {
        verdicts.add(judge(MATH, known.reference(), known.completion()));
      }
    }
    return verdicts;
  }

  private static Verdict judge(Judge judge, String reference, String completion) {
    return judge.judge(
        new Prompt("id", "mine", "id", "What is it?", reference, Map.of()), completion);
  }
}
