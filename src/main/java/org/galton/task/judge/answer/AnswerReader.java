package org.galton.task.judge.answer;

import java.util.List;

/** Reads an answer in a place, as the judge's kind of answer. */
public interface AnswerReader<A> {
  Reading<A> read(AnswerHit hit);

  /** The places of {@link AnswerPlace#LAST} of a text that is marked nowhere, in its order. */
  List<AnswerHit> last(String text);

  /** What a place says. */
  sealed interface Reading<A> {}

  /** It is the answer, even if it turns out to be wrong. */
  record Taken<A>(A answer) implements Reading<A> {}

  /** It speaks of an answer and has none, such as "the answer is correct": others count. */
  record Passed<A>() implements Reading<A> {}

  /** It is the place, and cannot be read: no other counts. */
  record Unreadable<A>() implements Reading<A> {}
}
