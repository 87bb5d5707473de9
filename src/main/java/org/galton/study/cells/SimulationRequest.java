package org.galton.study.cells;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.galton.cell.generated.CellDesign;
import org.galton.cell.generated.CellLabel;
import org.galton.cell.generated.GeneratedCell;

/**
 * Which synthetic cells are drawn.
 *
 * @param cells of each combination on each side; the real side has twice as many where there is
 *     another
 * @param replaced percentages of cells of another type, a side each
 */
record SimulationRequest(int genes, int cells, List<Integer> replaced, long seed)
    implements Serializable {
  static final String REAL = "real";

  /**
   * Cells of one combination and side.
   *
   * @param wrong those among them that are of another type
   */
  record Group(String side, CellLabel label, int cells, int wrong) implements Serializable {

    GeneratedCell cell(CellDesign design, int number) {
      CellLabel drawnAs = number < wrong ? CellDesign.mistaken(label) : label;
      String name =
          "%s-t%d-c%d-e%d-%05d"
              .formatted(side, label.type() + 1, label.condition(), label.exposure(), number + 1);
      return design.cell(name, drawnAs, label);
    }
  }

  List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    for (CellLabel label : CellDesign.labels()) {
      groups.add(new Group(REAL, label, replaced.isEmpty() ? cells : 2 * cells, 0));
      for (int percent : replaced) {
        groups.add(
            new Group(
                "replaced-%03d".formatted(percent),
                label,
                cells,
                Math.toIntExact(Math.round(cells * (percent / 100.0)))));
      }
    }
    return List.copyOf(groups);
  }
}
