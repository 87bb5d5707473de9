package org.galton.scaling;

/** What a reader of a fitted curve must keep in mind. */
public enum FitWarning {
  CEILING_EXTRAPOLATED("the midpoint lies beyond the largest compute: the ceiling is extrapolated"),
  FEW_DEGREES_OF_FREEDOM("hardly more points than parameters: the interval is worthless if narrow"),
  R0_DISAGREES("the points fit a free R0 more than 1.3 times better: try R0 free"),
  ABOVE_NOISE("the points scatter about the curve more than their noise: the shape may be wrong"),
  POOR_START("the first quarter of the points fits 3 times worse than all: try a min_compute");

  private final String meaning;

  FitWarning(String meaning) {
    this.meaning = meaning;
  }

  public String meaning() {
    return meaning;
  }
}
