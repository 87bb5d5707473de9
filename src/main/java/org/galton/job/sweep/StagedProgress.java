package org.galton.job.sweep;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.galton.job.draw.Progress;

/** Tells of the stages of a budget as of one drawing. */
final class StagedProgress implements Consumer<Progress> {
  private static final Progress NOTHING =
      new Progress(0, 0, 0, 0, 0, Duration.ZERO, Optional.empty());

  private final Consumer<Progress> sink;
  private long later;
  private Progress before = NOTHING;
  private Progress last = NOTHING;

  /**
   * @param later rollouts of the second stage, as far as they are known to be missing
   */
  StagedProgress(Consumer<Progress> sink, long later) {
    this.sink = sink;
    this.later = later;
  }

  /** What is told from now on is about the second stage. */
  synchronized StagedProgress next() {
    before = last;
    later = 0;
    return this;
  }

  @Override
  public synchronized void accept(Progress stage) {
    last = stage;
    sink.accept(
        new Progress(
            before.done() + stage.done(),
            stage.drawing(),
            before.total() + stage.total() + later,
            before.failures() + stage.failures(),
            before.tokens() + stage.tokens(),
            before.elapsed().plus(stage.elapsed()),
            later > 0 ? Optional.empty() : stage.left()));
  }
}
