package org.galton.task;

/** A judge that opens something for its verdicts: a program, a sandbox, a model. */
public interface OpeningJudge extends Judge {
  @Override
  Verifier verifier();

  /** Opens it for this verdict alone. */
  @Override
  default Verdict judge(Prompt prompt, String completion) {
    try (Verifier once = verifier()) {
      return once.verify(prompt, completion);
    }
  }
}
