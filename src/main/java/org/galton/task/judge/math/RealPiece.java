package org.galton.task.judge.math;

/** An interval of the real numbers, or one of them. */
record RealPiece(RealEdge low, boolean lowIn, RealEdge high, boolean highIn)
    implements Comparable<RealPiece> {
  static final RealPiece ALL = new RealPiece(RealEdge.LOWEST, false, RealEdge.HIGHEST, false);

  static RealPiece point(RealEdge edge) {
    return new RealPiece(edge, true, edge, true);
  }

  boolean isEmpty() {
    int order = low.compareTo(high);
    return order > 0 || (order == 0 && !(lowIn && highIn));
  }

  /** Whether nothing is left between this piece and one that does not begin before it. */
  boolean touches(RealPiece next) {
    int order = next.low.compareTo(high);
    return order < 0 || (order == 0 && (next.lowIn || highIn));
  }

  RealPiece merged(RealPiece next) {
    int order = next.high.compareTo(high);
    if (order > 0) {
      return new RealPiece(low, lowIn, next.high, next.highIn);
    }
    return new RealPiece(low, lowIn, high, order == 0 ? highIn || next.highIn : highIn);
  }

  /** By the lower end; one that holds it is before one that does not. */
  @Override
  public int compareTo(RealPiece other) {
    int order = low.compareTo(other.low);
    return order != 0 ? order : Boolean.compare(other.lowIn, lowIn);
  }
}
