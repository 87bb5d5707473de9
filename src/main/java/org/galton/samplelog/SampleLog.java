package org.galton.samplelog;

import java.io.IOException;
import java.util.function.Consumer;

/** The reader of one tool's logs. */
public interface SampleLog {
  /** The tool's name, as the command line calls it. */
  String tool();

  /**
   * Hands on every rollout in the log's order: the same ones in the same order each time.
   *
   * @throws org.galton.spec.InvalidInput naming the first line that has another shape
   */
  void read(LogSource source, Consumer<LoggedRollout> sink) throws IOException;
}
