package org.galton.information;

import java.util.Arrays;
import org.galton.numerics.Expect;

/**
 * The alphabets of several variables, and where a combination of their letters lies in a table: the
 * last variable runs fastest.
 */
final class Shape {
  /** A table of doubles of this size takes 128 MiB. */
  static final int MOST_CELLS = 1 << 24;

  private final int[] sizes;
  private final int cells;

  Shape(int... sizes) {
    long product = 1;
    for (int size : sizes) {
      Expect.that(size >= 1, "alphabet of size", size, "1 or more letters");
      product = Math.min(product * size, Integer.MAX_VALUE);
    }
    if (product > MOST_CELLS) {
      throw Expect.refused(
          "alphabets of sizes",
          Arrays.toString(sizes),
          "at most " + MOST_CELLS + " combinations of letters");
    }
    this.sizes = sizes.clone();
    this.cells = (int) product;
  }

  int cells() {
    return cells;
  }

  int axes() {
    return sizes.length;
  }

  int size(int axis) {
    return sizes[axis];
  }

  /** Each group of axes becomes one axis; axes in no group are gone. */
  Shape grouped(int[]... groups) {
    int[] target = new int[groups.length];
    for (int i = 0; i < groups.length; i++) {
      target[i] = size(groups[i]);
    }
    return new Shape(target);
  }

  private int size(int[] group) {
    int size = 1;
    for (int axis : group) {
      if (axis < 0 || axis >= sizes.length) {
        throw Expect.refused("axis", axis, "0 to " + (sizes.length - 1));
      }
      size *= sizes[axis];
    }
    return size;
  }

  /** For each cell, the cell of {@link #grouped} that it belongs to. */
  int[] places(int[]... groups) {
    int[] strides = new int[sizes.length];
    int stride = 1;
    for (int i = groups.length - 1; i >= 0; i--) {
      for (int j = groups[i].length - 1; j >= 0; j--) {
        int axis = groups[i][j];
        Expect.that(strides[axis] == 0, "axis", axis, "each axis once");
        strides[axis] = stride;
        stride *= sizes[axis];
      }
    }
    int[] places = new int[1];
    for (int axis = 0; axis < sizes.length; axis++) {
      places = extended(places, sizes[axis], strides[axis]);
    }
    return places;
  }

  private static int[] extended(int[] places, int size, int stride) {
    int[] next = new int[places.length * size];
    for (int i = 0; i < places.length; i++) {
      for (int letter = 0; letter < size; letter++) {
        next[i * size + letter] = places[i] + letter * stride;
      }
    }
    return next;
  }
}
