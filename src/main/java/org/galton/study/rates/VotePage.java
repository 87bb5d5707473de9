package org.galton.study.rates;

import java.util.Arrays;
import org.apache.spark.unsafe.types.UTF8String;

/** Votes for the answers of a block of rows by their numbers, before they meet the texts. */
final class VotePage {
  /** What is done with the votes of an answer. */
  @FunctionalInterface
  interface Sink {
    void add(UTF8String answer, int wrong, int right);
  }

  private int[] wrong = {};
  private int[] right = {};
  private int[] voted = {};
  private int answers;

  /** Makes room; there are no votes now. */
  void begin(int distinct) {
    if (wrong.length < distinct) {
      int room = Math.max(distinct, 2 * wrong.length);
      wrong = Arrays.copyOf(wrong, room);
      right = Arrays.copyOf(right, room);
      voted = Arrays.copyOf(voted, room);
    }
  }

  void add(int answer, int verdict) {
    if (wrong[answer] + right[answer] == 0) {
      voted[answers++] = answer;
    }
    if (verdict == 1) {
      right[answer]++;
    } else {
      wrong[answer]++;
    }
  }

  /** Hands on all votes, and forgets them. */
  void drain(Labels labels, Sink sink) {
    for (int i = 0; i < answers; i++) {
      int answer = voted[i];
      sink.add(labels.text(answer), wrong[answer], right[answer]);
      wrong[answer] = 0;
      right[answer] = 0;
    }
    answers = 0;
  }
}
