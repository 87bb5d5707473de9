package org.galton.task;

import java.util.List;
import java.util.Optional;

/** A task whose verdicts are those of the first of its judges; the others judge beside it. */
public interface JudgedTask extends Task {
  /** At least one. */
  List<Judge> judges();

  @Override
  default String scorer() {
    return judges().get(0).scorer();
  }

  @Override
  default Verdict verify(Prompt prompt, String completion) {
    return judges().get(0).judge(prompt, completion);
  }

  @Override
  default Verifier verifier() {
    return judges().get(0).verifier();
  }

  @Override
  default boolean isTriedFirst() {
    return judges().get(0).isTriedFirst();
  }

  @Override
  default Optional<String> judgingModel() {
    return judges().get(0).judgingModel();
  }

  @Override
  default List<Scorer> furtherScorers() {
    return List.copyOf(judges().subList(1, judges().size()));
  }
}
