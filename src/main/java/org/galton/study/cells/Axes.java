package org.galton.study.cells;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.galton.cell.GeneVector;

/**
 * Axes that cells are seen on.
 *
 * @param axes one a row
 * @param offsets what is taken off each coordinate
 * @param explained share of the reference's variance that lies along them; null for random ones
 */
@SuppressWarnings("ArrayRecordComponent")
record Axes(double[][] axes, double[] offsets, Double explained) implements Serializable {

  List<Double> vector(GeneVector cell) {
    List<Double> vector = new ArrayList<>();
    for (int axis = 0; axis < axes.length; axis++) {
      vector.add(cell.dot(axes[axis]) - offsets[axis]);
    }
    return vector;
  }
}
