package org.galton.task;

import java.util.Map;
import org.galton.spec.Kind;
import org.galton.spec.Section;

/**
 * A kind of task as specs write it: the options that it reads, and the same written back. A class
 * of a user's jar is found when {@code META-INF/services/org.galton.task.TaskKind} names it; it has
 * a public constructor without arguments.
 */
public interface TaskKind<T extends Task> extends Kind {
  /** The class of its tasks, of no other kind's; equal where their keys are equal. */
  Class<T> type();

  /**
   * Reads the kind's own keys, which are others than {@code name}, {@code kind}, {@code prompts},
   * {@code split} and {@code weight}.
   *
   * @param name of the task
   * @param files opens files that the keys name
   * @return null where something is wrong, with a problem noted, as {@link Section#build} does
   */
  T read(Section section, String name, TextFiles files);

  /**
   * Every key of {@link #read} with its value, in the order in which specs are written: texts,
   * numbers, flags, lists and maps of them. A spec is stored so and read again.
   */
  Map<String, Object> written(T task);
}
