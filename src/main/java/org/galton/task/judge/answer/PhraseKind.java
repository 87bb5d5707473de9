package org.galton.task.judge.answer;

import java.util.Locale;

/** What a phrase of the list is for. */
enum PhraseKind {
  /** A noun before "is", a colon or an equals sign, or alone as a heading. */
  ANSWER,
  /** A noun before "is" only. */
  SOLUTION,
  /** A noun as {@link #ANSWER}, of a better rank. */
  FINAL,
  /** Between a noun and the answer. */
  IS,
  /** Ends the clause behind an answer. */
  STOP,
  /** Behind an answer, makes another value of it. */
  ALTERS,
  /** Says something about an answer that stands elsewhere. */
  COMMENT,
  /** Before a place, takes it back. */
  NOT,
  /** Behind an answer, takes it back. */
  NOT_AFTER,
  /** Before a place, makes it a condition. */
  IF,
  /** Before a number, makes it the time or the circumstance of another one. */
  BESIDE,
  /** Begins another clause. */
  BREAK,
  /** Between the items of a list. */
  JOIN,
  /** A clause that declines to answer. */
  ABSTAIN,
  /** What may stand before such a clause. */
  ABSTAIN_LEAD,
  /** What may stand behind such a clause. */
  ABSTAIN_TAIL;

  /** As the list writes it. */
  String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
