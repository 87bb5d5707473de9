package org.galton.task.arithmetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.galton.search.ProcessVerifier;
import org.galton.task.MarkedAnswer;

/**
 * Whether the target can still be reached from the steps that a completion has so far, such as
 * {@code 75+7=82 82*}: 1 where it can, else 0. Steps use the numbers given and the results of
 * earlier steps, each once; they are right, and their results are positive integers. A step that is
 * half written counts by what it can become. Behind {@code answer=} the value is 1 where the steps
 * have reached the target and the answer uses no number more often than given.
 *
 * <p>A text that is no chain of steps has a value of 1: nothing is known of it. A right answer
 * behind steps that do not lead to it has 0, though a verifier that looks at answers alone accepts
 * it.
 *
 * <p>Cost: of n numbers less than (2 n^2)^(n - 1) results are looked at, 32,768 of four, and half
 * of that in practice; texts above 1,000 characters are not looked at.
 */
record CountdownProspect(List<Integer> numbers, int target) implements ProcessVerifier {
  static final String NAME = "countdown-steps/1";

  private static final int LONGEST = 1000;

  /** Of a reference such as {@code 82 with 3 7 25}. */
  static CountdownProspect of(String reference) {
    String[] parts = reference.split(" with ", 2);
    List<Integer> numbers = Arrays.stream(parts[1].split(" ", -1)).map(Integer::valueOf).toList();
    return new CountdownProspect(numbers, Integer.parseInt(parts[0]));
  }

  @Override
  public double value(String partial) {
    return partial.length() > LONGEST || isPromising(partial) ? 1 : 0;
  }

  private boolean isPromising(String partial) {
    int answer = partial.indexOf(MarkedAnswer.MARKER);
    String chain = answer < 0 ? partial : partial.substring(0, answer);
    List<String> words = new ArrayList<>(List.of(chain.stripLeading().split(" ", -1)));
    String last = words.remove(words.size() - 1);
    List<Integer> left = new ArrayList<>(numbers);
    for (String word : words) {
      Optional<WrittenStep> step = WrittenStep.parse(word);
      if (step.isEmpty()) {
        return true;
      }
      if (!step.get().isRight() || !step.get().takeFrom(left)) {
        return false;
      }
    }
    if (answer < 0) {
      return canGoOn(left, last);
    }
    boolean reached = left.contains(target) || (words.isEmpty() && isReachable(left));
    return !last.isEmpty()
        || (reached
            && AnswerNumbers.areGiven(
                partial.substring(answer + MarkedAnswer.MARKER.length()), numbers));
  }

  /** Whether a word that has begun can become a step that leads on, or the answer. */
  private boolean canGoOn(List<Integer> left, String begun) {
    if (begun.isEmpty()) {
      return isReachable(left);
    }
    if (MarkedAnswer.MARKER.startsWith(begun)) {
      return left.contains(target) || (left.size() == numbers.size() && isReachable(left));
    }
    if (!WrittenStep.isOfItsCharacters(begun)) {
      return true;
    }
    for (int i = 0; i < left.size(); i++) {
      for (int j = 0; j < left.size(); j++) {
        if (i != j) {
          List<Integer> after = without(left, i, j);
          for (WrittenStep step : WrittenStep.of(left.get(i), left.get(j))) {
            after.add(step.result());
            if (step.text().startsWith(begun) && isReachable(after)) {
              return true;
            }
            after.remove(after.size() - 1);
          }
        }
      }
    }
    return false;
  }

  private boolean isReachable(List<Integer> left) {
    if (left.contains(target)) {
      return true;
    }
    for (int i = 0; i < left.size(); i++) {
      for (int j = 0; j < left.size(); j++) {
        if (i != j && left.get(i) >= left.get(j)) {
          List<Integer> after = without(left, i, j);
          for (WrittenStep step : WrittenStep.of(left.get(i), left.get(j))) {
            after.add(step.result());
            if (isReachable(after)) {
              return true;
            }
            after.remove(after.size() - 1);
          }
        }
      }
    }
    return false;
  }

  private static List<Integer> without(List<Integer> left, int i, int j) {
    List<Integer> rest = new ArrayList<>(left.size());
    for (int k = 0; k < left.size(); k++) {
      if (k != i && k != j) {
        rest.add(left.get(k));
      }
    }
    return rest;
  }
}
