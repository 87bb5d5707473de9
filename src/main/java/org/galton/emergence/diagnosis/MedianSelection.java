package org.galton.emergence.diagnosis;

/** Medians by partition instead of sorting, in linear time on average. */
final class MedianSelection {

  private MedianSelection() {}

  /**
   * The type-7 median of the first values, which come out in another order. One or more, no NaN.
   */
  static double median(double[] values, int count) {
    int upper = count / 2;
    double high = select(values, upper, count);
    if (count % 2 == 1) {
      return high;
    }
    double low = values[0];
    for (int i = 1; i < upper; i++) {
      low = Math.max(low, values[i]);
    }
    return low + 0.5 * (high - low);
  }

  /** Hoare's selection: afterwards no value before the rank is larger. */
  private static double select(double[] values, int rank, int count) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      double pivot = values[(low + high) >>> 1];
      int i = low;
      int j = high;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double kept = values[i];
          values[i++] = values[j];
          values[j--] = kept;
        }
      }
      if (rank <= j) {
        high = j;
      } else if (rank >= i) {
        low = i;
      } else {
        break;
      }
    }
    return values[rank];
  }
}
