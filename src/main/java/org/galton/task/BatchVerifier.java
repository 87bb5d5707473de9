package org.galton.task;

import java.util.List;

/** A verifier that does better with many completions at once, such as one that asks a model. */
public interface BatchVerifier extends Verifier {
  /** One judgement for each, in their order. */
  List<Judgement> verify(List<Answered> answers);

  @Override
  default boolean readsTruncated() {
    return false;
  }

  @Override
  default Verdict verify(Prompt prompt, String completion) {
    Judgement judgement = verify(List.of(new Answered(prompt, completion))).get(0);
    if (judgement instanceof Judgement.Given given) {
      return given.verdict();
    }
    throw new IllegalStateException(((Judgement.Missing) judgement).reason());
  }
}
