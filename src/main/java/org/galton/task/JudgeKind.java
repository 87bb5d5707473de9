package org.galton.task;

import java.util.Map;
import org.galton.spec.Kind;
import org.galton.spec.Section;

/**
 * What {@code judge} of a task of kind {@code jsonl} can be: the options that it reads, and the
 * same written back. A class of a user's jar is found when {@code
 * META-INF/services/org.galton.task.JudgeKind} names it; it has a public constructor without
 * arguments.
 */
public interface JudgeKind<J extends Judge> extends Kind {
  /** The class of its judges, of no other kind's; equal where their keys are equal. */
  Class<J> type();

  /**
   * Reads the judge's own keys, which are others than those of the task.
   *
   * @return null where something is wrong, with a problem noted, as {@link Section#build} does
   */
  J read(Section section);

  /** Every key of {@link #read} with its value, in the order in which specs are written. */
  Map<String, Object> written(J judge);
}
