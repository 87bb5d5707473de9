package org.galton.task.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.Trainable.WorkedExample;
import org.junit.jupiter.api.Test;

final class CountdownProspectTest {

  /** Every chain that reaches the target is written out; a prefix of one has 1, any other 0. */
  @Test
  void valuesAreThoseOfAllChainsWrittenOut() {
    CountdownProspect prospect = CountdownProspect.of("31 with 3 7 10");
    Set<String> prefixes = new HashSet<>();
    for (String chain : chains(List.of(3, 7, 10), "", 31)) {
      for (int end = 0; end <= chain.length(); end++) {
        prefixes.add(chain.substring(0, end));
      }
    }
    assertThat(prefixes).hasSizeGreaterThan(20);
    int wrong = 0;
    for (String prefix : prefixes) {
      assertThat(prospect.value(prefix)).as(prefix).isEqualTo(1);
      for (char next : "0123456789+-*/= ".toCharArray()) {
        String other = prefix + next;
        boolean isOfSteps = prefix.chars().noneMatch(Character::isLetter) && isStepwise(other);
        if (isOfSteps && !prefixes.contains(other)) {
          assertThat(prospect.value(other)).as(other).isZero();
          wrong++;
        }
      }
    }
    assertThat(wrong).isGreaterThan(100);
  }

  /** Apart from words that are no steps at all, of which nothing is known. */
  private static boolean isStepwise(String text) {
    List<String> words = new ArrayList<>(List.of(text.split(" ", -1)));
    words.remove(words.size() - 1);
    return words.stream().allMatch(word -> WrittenStep.parse(word).isPresent());
  }

  /** Brute force: with a blank behind each step. */
  private static List<String> chains(List<Integer> left, String before, int target) {
    List<String> found = new ArrayList<>();
    if (left.contains(target)) {
      found.add(before + "answer=");
    }
    for (int i = 0; i < left.size(); i++) {
      for (int j = 0; j < left.size(); j++) {
        for (char symbol : "+-*/".toCharArray()) {
          int a = left.get(i);
          int b = left.get(j);
          int result =
              switch (symbol) {
                case '+' -> a + b;
                case '-' -> a - b;
                case '*' -> a * b;
                default -> a % b == 0 ? a / b : 0;
              };
          if (i != j && result > 0) {
            List<Integer> rest = new ArrayList<>();
            for (int k = 0; k < left.size(); k++) {
              if (k != i && k != j) {
                rest.add(left.get(k));
              }
            }
            rest.add(result);
            found.addAll(chains(rest, before + a + symbol + b + "=" + result + " ", target));
          }
        }
      }
    }
    // The model may also answer at once, without any step.
    if (before.isEmpty() && !found.isEmpty()) {
      found.add("answer=");
    }
    return found;
  }

  @Test
  void everyPrefixOfAWorkedSolutionIsPromising() {
    CountdownTask task = CountdownTask.withDefaults();
    for (int i = 0; i < 300; i++) {
      WorkedExample example = task.example(7, i);
      String reference = example.prompt().replaceAll("(?s).*reach ([0-9 with]+).*", "$1").strip();
      CountdownProspect prospect = CountdownProspect.of(reference);
      for (int end = 0; end <= example.completion().length(); end++) {
        String prefix = example.completion().substring(0, end);
        assertThat(prospect.value(prefix)).as(reference + ": " + prefix).isEqualTo(1);
      }
    }
  }

  @Test
  void answersUseTheNumbersGivenAndStepsMustHaveLedToTheTarget() {
    CountdownProspect prospect = CountdownProspect.of("82 with 7 75 25");

    assertThat(prospect.value("75+7=82 answer=75+")).isEqualTo(1);
    assertThat(prospect.value("75+7=82 answer=75+2")).isEqualTo(1);
    assertThat(prospect.value("75+7=82 answer=75+3")).isZero();
    assertThat(prospect.value("75+7=82 answer=75+75")).isZero();
    assertThat(prospect.value("75-7=68 answer=")).isZero();
    assertThat(prospect.value("75-7=68 ")).isZero();
    assertThat(prospect.value("75+7=83 ")).isZero();
    assertThat(prospect.value("I add 75 and 7")).isEqualTo(1);
    assertThat(prospect.value("9".repeat(2000))).isEqualTo(1);
  }

  @Test
  void itsValuesAreTheTasks() {
    CountdownTask task = CountdownTask.withDefaults();
    for (Prompt prompt : task.prompts(Split.TEST, 20, 1)) {
      assertThat(task.processVerifier(prompt).value("")).isEqualTo(1);
    }
    assertThat(task.processVerifierName()).isEqualTo("countdown-steps/1");
  }
}
