package org.galton.study.information;

import java.util.List;
import org.galton.spec.InvalidInput;

/** The columns of a decomposition: two sources and a target. */
public record PidColumns(String first, String second, String target) {

  /**
   * @param text such as {@code length,model:correct}
   * @throws InvalidInput when it is not two different sources, a colon and a target
   */
  public static PidColumns parse(String text) {
    int colon = text.lastIndexOf(':');
    List<String> sources = colon < 0 ? List.of() : List.of(text.substring(0, colon).split(",", -1));
    String target = text.substring(colon + 1);
    if (sources.size() != 2
        || sources.stream().anyMatch(String::isBlank)
        || target.isBlank()
        || sources.get(0).equals(sources.get(1))
        || sources.contains(target)) {
      throw new InvalidInput(
          "Invalid --pid %s: expected three different columns, two sources and a target, as in --pid length,model:correct"
              .formatted(text));
    }
    return new PidColumns(sources.get(0), sources.get(1), target);
  }

  List<String> all() {
    return List.of(first, second, target);
  }
}
