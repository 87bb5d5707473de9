package org.galton.study.cells;

import java.io.Serializable;
import java.util.List;
import org.galton.numerics.SplitMix64;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What makes a vector of a cell: so many principal axes, or random ones. */
record Embedder(Kind kind, int dimensions) implements Serializable {
  enum Kind {
    PCA,
    RANDOM
  }

  /** Reads pca16 and random32. */
  static final class Converter implements ITypeConverter<Embedder> {
    @Override
    public Embedder convert(String text) {
      if (text.matches("pca[1-9]\\d{0,2}")) {
        return new Embedder(Kind.PCA, Integer.parseInt(text.substring(3)));
      }
      if (text.matches("random[1-9]\\d{0,2}")) {
        return new Embedder(Kind.RANDOM, Integer.parseInt(text.substring(6)));
      }
      throw new TypeConversionException(
          "'%s' is no embedder; expected pca or random and the number of axes, 1 to 999, such as pca16 or random32"
              .formatted(text));
    }
  }

  /** As {@code cell_vectors} names it. */
  String name(long seed) {
    return switch (kind) {
      case PCA -> "pca" + dimensions;
      case RANDOM -> "random%d, seed %d".formatted(dimensions, seed);
    };
  }

  /**
   * Axes with normal entries of variance 1 / dimensions, so that squared lengths stay on average.
   * Those of a gene follow from the seed and its name alone.
   */
  double[][] randomAxes(List<String> genes, long seed) {
    double[][] axes = new double[dimensions][genes.size()];
    for (int gene = 0; gene < genes.size(); gene++) {
      SplitMix64 random = SplitMix64.named(seed, genes.get(gene));
      for (double[] axis : axes) {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextUnit()));
        axis[gene] = radius * Math.cos(2 * Math.PI * random.nextUnit()) / Math.sqrt(dimensions);
      }
    }
    return axes;
  }
}
