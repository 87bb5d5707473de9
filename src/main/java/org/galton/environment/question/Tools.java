package org.galton.environment.question;

import java.util.List;
import java.util.Optional;
import org.galton.environment.Tool;

/** The tools by name. */
public final class Tools {
  static final Tool CALCULATOR = new Calculator();
  static final Tool SEARCH = new CorpusSearch(Corpus.WORLD.texts());

  /** In the order of lists. */
  public static final List<Tool> ALL = List.of(CALCULATOR, SEARCH);

  private Tools() {}

  public static Optional<Tool> named(String name) {
    return ALL.stream().filter(tool -> tool.name().equals(name)).findFirst();
  }

  public static List<String> names() {
    return ALL.stream().map(Tool::name).toList();
  }
}
