package org.galton.view.row;

import java.util.Optional;
import org.galton.spec.InvalidInput;
import org.galton.view.engine.BoundSql;
import org.galton.view.web.Parameters;

/** Conditions on a figure, whose ends stand in an address. */
public final class FigureLimit {
  private FigureLimit() {}

  /**
   * @param condition with a mark where the number stands
   * @return nothing where the address names no such end
   * @throws InvalidInput when what it names is no number
   */
  public static Optional<BoundSql> of(Parameters parameters, String name, String condition) {
    return parameters.find(name).map(text -> BoundSql.of(condition, number(name, text)));
  }

  private static double number(String name, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new InvalidInput(
          "Cannot filter by %s: '%s' is no number; expected one such as 12 or -3.5"
              .formatted(name, text),
          e);
    }
  }
}
