package org.galton.task.arithmetic;

import java.io.Serializable;
import java.util.List;
import org.galton.task.Template;

/**
 * Which problems a {@link CountdownTask} poses, each size equally often.
 *
 * @param sizes how many numbers a problem has: 3 (drawn from 1 to 15), 4 (drawn from 1 to 10) or
 *     both
 * @param template the words around the question
 */
public record CountdownOptions(List<Integer> sizes, Template template) implements Serializable {

  public CountdownOptions {
    sizes = List.copyOf(sizes);
    if (sizes.isEmpty()
        || sizes.stream().distinct().count() < sizes.size()
        || sizes.stream().anyMatch(size -> size != 3 && size != 4)) {
      throw new IllegalArgumentException(
          "Invalid sizes " + sizes + ": expected 3, 4 or both, none twice");
    }
  }

  /** Three and four numbers. */
  public static CountdownOptions defaults() {
    return new CountdownOptions(List.of(3, 4), Template.plain());
  }

  public CountdownOptions withSizes(Integer... chosen) {
    return new CountdownOptions(List.of(chosen), template);
  }

  public CountdownOptions withTemplate(Template chosen) {
    return new CountdownOptions(sizes, chosen);
  }
}
