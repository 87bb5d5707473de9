package org.galton.balance.test;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What {@link Triangles} found.
 *
 * @param triangles loops with enough moves
 * @param meanSquare mean of affinity^2 over its variance; absent without loops. Not a chi-square
 *     over its degrees of freedom: loops share moves
 * @param published the same with the variance of the released analysis script; absent without loops
 * @param publishedTriangles loops that the script would have kept
 * @param loops the largest |affinity| / sd first
 */
public record TriangleFigures(
    long triangles,
    OptionalDouble meanSquare,
    OptionalDouble published,
    long publishedTriangles,
    List<TriangleLoop> loops) {

  public TriangleFigures {
    loops = List.copyOf(loops);
  }
}
