package org.galton.task;

/** Compares a completion with the reference of a {@link JsonlTask}'s prompt. */
public sealed interface Judge permits ExactJudge, NumericJudge, RegexJudge {
  /** Name, version and every option: different for judges that may judge differently. */
  String scorer();

  /** What a reference must be, for messages; the reference given is known not to be blank. */
  String expectedReference();

  boolean accepts(String reference);

  Verdict judge(String reference, String completion);
}
