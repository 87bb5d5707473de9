package org.galton.task.judge;

import java.util.function.Function;

/**
 * The reference that was read last, for one thread: the rollouts of a prompt follow each other, and
 * some references take longer to read than a completion to judge.
 */
public final class LastReference<T> {
  private final Function<String, T> reader;
  private String text;
  private T read;

  public LastReference(Function<String, T> reader) {
    this.reader = reader;
  }

  public T read(String reference) {
    if (!reference.equals(text)) {
      read = reader.apply(reference);
      text = reference;
    }
    return read;
  }
}
