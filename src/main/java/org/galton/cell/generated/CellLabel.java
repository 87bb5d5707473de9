package org.galton.cell.generated;

import java.io.Serializable;

/**
 * What a cell is.
 *
 * @param type from 0
 * @param condition from 0, which is no perturbation
 * @param exposure from 0
 */
public record CellLabel(int type, int condition, int exposure) implements Serializable {
  public String typeName() {
    return "type-" + (type + 1);
  }

  public String conditionName() {
    return condition == 0 ? "control" : "perturbation-" + condition;
  }

  public String exposureName() {
    return exposure == 0 ? "short" : "long";
  }

  /** The combination whose cells a model should be trained without. */
  public boolean isHeldOut() {
    return type == CellDesign.TYPES - 1
        && condition == CellDesign.CONDITIONS - 1
        && exposure == CellDesign.EXPOSURES - 1;
  }
}
