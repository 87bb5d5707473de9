package org.galton.task.judge.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.galton.task.judge.sandbox.ProgramRun.Cost;

/**
 * The lines that the harness writes. The first proves that the sandbox stood before any of the
 * program was read; of the others the first with the secret word counts.
 */
record Report(boolean isStarted, Optional<Line> ending) {
  private static final int MOST_DIGITS = 9;

  /**
   * @param isDone whether all was done, not failed
   */
  record Line(boolean isDone, Cost cost, String text) {}

  static Report of(byte[] errors, String start, String nonce) {
    List<String> lines = new String(errors, StandardCharsets.UTF_8).lines().toList();
    boolean isStarted = lines.contains("start " + start);
    return new Report(
        isStarted,
        lines.stream()
            .map(line -> line.split(" ", 5))
            .filter(words -> words.length == 5 && words[1].equals(nonce))
            .filter(words -> words[0].equals("done") || words[0].equals("fail"))
            .findFirst()
            .map(
                words ->
                    new Line(
                        words[0].equals("done"),
                        new Cost(number(words[2]), number(words[3]) >> 10),
                        words[4])));
  }

  private static long number(String text) {
    boolean isNumber =
        !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(Report::isDigit);
    return isNumber ? Long.parseLong(text) : 0;
  }

  private static boolean isDigit(int c) {
    return '0' <= c && c <= '9';
  }
}
