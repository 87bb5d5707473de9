package org.galton.task.arithmetic;

import java.io.Serializable;
import java.util.List;
import org.galton.task.Template;

/**
 * Which problems an {@link ArithmeticTask} poses, each operation at each level equally often.
 *
 * @param operations at least one, none twice
 * @param levels from 1 to 4, at least one, none twice
 * @param template the words around the question
 */
public record ArithmeticOptions(List<Operation> operations, List<Integer> levels, Template template)
    implements Serializable {

  public ArithmeticOptions {
    operations = List.copyOf(operations);
    levels = List.copyOf(levels);
    if (operations.isEmpty() || operations.stream().distinct().count() < operations.size()) {
      throw new IllegalArgumentException(
          "Invalid operations "
              + operations
              + ": expected one or more of ADD, SUB, MUL, none twice");
    }
    if (levels.isEmpty()
        || levels.stream().distinct().count() < levels.size()
        || levels.stream().anyMatch(level -> level < 1 || level > 4)) {
      throw new IllegalArgumentException(
          "Invalid levels " + levels + ": expected one or more of 1, 2, 3, 4, none twice");
    }
  }

  /** All operations at all levels. */
  public static ArithmeticOptions defaults() {
    return new ArithmeticOptions(
        List.of(Operation.values()), List.of(1, 2, 3, 4), Template.plain());
  }

  public ArithmeticOptions withOperations(Operation... chosen) {
    return new ArithmeticOptions(List.of(chosen), levels, template);
  }

  public ArithmeticOptions withLevels(Integer... chosen) {
    return new ArithmeticOptions(operations, List.of(chosen), template);
  }

  public ArithmeticOptions withTemplate(Template chosen) {
    return new ArithmeticOptions(operations, levels, chosen);
  }
}
