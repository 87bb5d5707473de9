package org.galton.task;

/** A verifier that works hard for a verdict, and not again for what was judged before. */
public interface LearningVerifier extends Verifier {
  /** Takes over a verdict that the same scorer gave earlier, on this completion or an equal one. */
  void learn(Answered answered, Verdict verdict);
}
