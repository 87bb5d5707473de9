package org.galton.bench;

import java.util.function.DoubleSupplier;
import org.galton.model.search.SearchedPrompt;
import org.galton.search.ProcessVerifier;
import org.galton.task.Prompt;
import org.galton.task.StepValued;

/** A task's values and verdicts, with the time that they take. */
final class TimedVerifier {
  private final StepValued task;
  private long nanoseconds;

  TimedVerifier(StepValued task) {
    this.task = task;
  }

  SearchedPrompt of(Prompt prompt) {
    ProcessVerifier values = task.processVerifier(prompt);
    return new SearchedPrompt(
        prompt.id(),
        partial -> timed(() -> values.value(partial)),
        completion -> timed(() -> task.verify(prompt, completion).correct() ? 1 : 0));
  }

  private double timed(DoubleSupplier asked) {
    long began = System.nanoTime();
    double answer = asked.getAsDouble();
    nanoseconds += System.nanoTime() - began;
    return answer;
  }

  double seconds() {
    return nanoseconds / 1e9;
  }
}
