package org.galton.cell.generated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.galton.numerics.Expect;

/**
 * Synthetic cells of 4 types under 3 conditions and 2 exposures. The log of a gene's mean count
 * adds up
 *
 * <pre>
 *   log mean = base + marker of the type + effect of the condition + effect of the exposure
 * </pre>
 *
 * <p>so the mean of a combination follows from those of others, also of one that a model never saw.
 * Each type has 12 markers of its own, three natural-log units up. Conditions and exposures move a
 * programme of 20 genes alone. A count is negative binomial with variance mean + mean^2 / 2, the
 * mean times the cell's library size, which is log-normal with deviation .3; a tenth of the counts
 * are dropped to 0.
 *
 * <p>Everything follows from {@link #VERSION}, the seed and a cell's name. None of it is from a
 * real cell.
 */
public final class CellDesign {
  public static final int VERSION = 1;
  public static final int TYPES = 4;
  public static final int CONDITIONS = 3;
  public static final int EXPOSURES = 2;
  public static final int PROGRAMME = 20;
  public static final int FEWEST_GENES = 200;
  public static final int MOST_GENES = 400;

  private static final int MARKERS = 12;
  private static final double MARKER_EFFECT = 3;
  private static final double LIBRARY_DEVIATION = 0.3;
  private static final double DROPOUT = 0.1;

  private final long seed;
  private final double[] base;
  private final int[] markerOf;
  private final boolean[] inProgramme;
  private final double[][] conditionEffects = new double[CONDITIONS][];
  private final double[][] exposureEffects = new double[EXPOSURES][];

  /**
   * @param genes 200 to 400
   */
  public CellDesign(int genes, long seed) {
    Expect.that(
        genes >= FEWEST_GENES && genes <= MOST_GENES,
        "genes",
        genes,
        FEWEST_GENES + " to " + MOST_GENES);
    this.seed = seed;
    CellStream random = new CellStream(seed, "design", "genes");
    base = IntStream.range(0, genes).mapToDouble(gene -> 1.5 + random.normal()).toArray();
    markerOf = new int[genes];
    inProgramme = new boolean[genes];
    Arrays.fill(markerOf, -1);
    int[] order = random.permutation(genes);
    for (int i = 0; i < TYPES * MARKERS; i++) {
      markerOf[order[i]] = i / MARKERS;
    }
    for (int i = 0; i < PROGRAMME; i++) {
      inProgramme[order[TYPES * MARKERS + i]] = true;
    }
    effects(conditionEffects, random, 1.2);
    effects(exposureEffects, random, 0.5);
  }

  /** The first level does nothing; each other moves the programme in a direction of its own. */
  private void effects(double[][] effects, CellStream random, double size) {
    for (int level = 0; level < effects.length; level++) {
      effects[level] = new double[base.length];
      for (int gene = 0; gene < base.length && level > 0; gene++) {
        effects[level][gene] = inProgramme[gene] ? size * random.normal() : 0;
      }
    }
  }

  public int genes() {
    return base.length;
  }

  public static String gene(int gene) {
    return "G%03d".formatted(gene + 1);
  }

  public boolean isInProgramme(int gene) {
    return inProgramme[gene];
  }

  /** The type whose marker a gene is, from 0; -1 for none. */
  public int markerOf(int gene) {
    return markerOf[gene];
  }

  /** Every combination, types first. */
  public static List<CellLabel> labels() {
    List<CellLabel> labels = new ArrayList<>();
    for (int type = 0; type < TYPES; type++) {
      for (int condition = 0; condition < CONDITIONS; condition++) {
        for (int exposure = 0; exposure < EXPOSURES; exposure++) {
          labels.add(new CellLabel(type, condition, exposure));
        }
      }
    }
    return List.copyOf(labels);
  }

  /** Natural log of the mean count in a cell of library size 1 of which nothing is dropped. */
  public double logMean(CellLabel label, int gene) {
    return base[gene]
        + (markerOf[gene] == label.type() ? MARKER_EFFECT : 0)
        + conditionEffects[label.condition()][gene]
        + exposureEffects[label.exposure()][gene];
  }

  /**
   * A cell.
   *
   * @param name fixes its numbers
   * @param drawnAs what it is
   * @param label what it is called
   */
  public GeneratedCell cell(String name, CellLabel drawnAs, CellLabel label) {
    CellStream random = new CellStream(seed, name, "cell");
    double library = Math.exp(LIBRARY_DEVIATION * random.normal());
    int[] counts = new int[base.length];
    for (int gene = 0; gene < counts.length; gene++) {
      boolean dropped = random.unit() < DROPOUT;
      int count = random.negativeBinomial(library * Math.exp(logMean(drawnAs, gene)));
      counts[gene] = dropped ? 0 : count;
    }
    return new GeneratedCell(name, label, counts);
  }

  /** The type that stands in for another in a population that is corrupted. */
  public static CellLabel mistaken(CellLabel label) {
    return new CellLabel((label.type() + 1) % TYPES, label.condition(), label.exposure());
  }
}
