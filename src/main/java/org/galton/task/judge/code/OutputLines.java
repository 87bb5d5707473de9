package org.galton.task.judge.code;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether a program wrote what it was to write, as LiveCodeBench has it: both without blanks
 * around, then line by line without blanks around; lines are equal, or both hold nothing but
 * decimal numbers, equal one by one.
 */
final class OutputLines {
  private static final int MOST_CHARACTERS = 1000;

  private OutputLines() {}

  static boolean equal(String output, String expected) {
    String[] written = output.strip().split("\n", -1);
    String[] wanted = expected.strip().split("\n", -1);
    if (written.length != wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!equalLines(written[i].strip(), wanted[i].strip())) {
        return false;
      }
    }
    return true;
  }

  private static boolean equalLines(String written, String wanted) {
    if (written.equals(wanted)) {
      return true;
    }
    Optional<List<BigDecimal>> numbers = decimals(written);
    Optional<List<BigDecimal>> others = decimals(wanted);
    if (numbers.isEmpty() || others.isEmpty() || numbers.get().size() != others.get().size()) {
      return false;
    }
    for (int i = 0; i < numbers.get().size(); i++) {
      if (numbers.get().get(i).compareTo(others.get().get(i)) != 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<List<BigDecimal>> decimals(String line) {
    List<BigDecimal> numbers = new ArrayList<>();
    for (String word : Arrays.asList(line.split("[ \t]+"))) {
      if (word.length() > MOST_CHARACTERS) {
        return Optional.empty();
      }
      try {
        numbers.add(new BigDecimal(word));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
    return Optional.of(numbers);
  }
}
