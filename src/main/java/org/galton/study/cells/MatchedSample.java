package org.galton.study.cells;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.galton.cell.Foscttm;
import org.galton.cell.GeneVector;
import org.galton.numerics.Fnv1a;
import org.galton.numerics.SplitMix64;
import org.galton.study.cells.row.CellScoreRow;
import scala.Tuple2;

/** Generated cells against the references of each other, in a sample. */
final class MatchedSample {
  private static final long STREAM = 0x3a7cL;

  private MatchedSample() {}

  private record Pair(String cell, String name, GeneVector sentence, GeneVector reference)
      implements Serializable {}

  /** None where fewer than two sentences have a reference. */
  static List<CellScoreRow> scores(
      String runId, JavaRDD<ReadCell> cells, int genes, int most, long seed) {
    List<Pair> pairs = sample(cells.filter(cell -> cell.reference() != null), most, seed);
    if (pairs.size() < 2) {
      return List.of();
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(cells.context());
    Broadcast<List<Pair>> all = context.broadcast(pairs);
    List<Tuple2<Double, Double>> found =
        context
            .parallelize(
                IntStream.range(0, pairs.size()).boxed().toList(),
                Math.min(pairs.size(), 4 * context.defaultParallelism()))
            .map(i -> against(all.value(), i, genes))
            .collect();
    double closer = found.stream().mapToDouble(Tuple2::_1).average().orElseThrow();
    double overlap = found.stream().mapToDouble(Tuple2::_2).average().orElseThrow();
    return List.of(
        new CellScoreRow(runId, "other_overlap", pairs.size(), overlap, null, null),
        new CellScoreRow(runId, "foscttm", pairs.size(), closer, null, null));
  }

  private static List<Pair> sample(JavaRDD<ReadCell> cells, int most, long seed) {
    List<Long> places = cells.map(cell -> place(cell, seed)).takeOrdered(most);
    long last = places.isEmpty() ? Long.MIN_VALUE : places.get(places.size() - 1);
    List<Pair> pairs =
        new ArrayList<>(
            cells
                .filter(cell -> place(cell, seed) <= last)
                .map(
                    cell ->
                        new Pair(
                            cell.row().cell(),
                            cell.row().reference(),
                            cell.sentence(),
                            cell.reference()))
                .collect());
    pairs.sort(Comparator.comparing(Pair::name).thenComparing(Pair::cell));
    return List.copyOf(pairs);
  }

  private static long place(ReadCell cell, long seed) {
    return SplitMix64.mix(
        Fnv1a.mixed(cell.row().cell())
            ^ SplitMix64.mix(Fnv1a.mixed(cell.row().reference()) ^ SplitMix64.mix(seed + STREAM)));
  }

  /** Its share of closer references by cosine, and its mean overlap with those of others. */
  private static Tuple2<Double, Double> against(List<Pair> pairs, int which, int genes) {
    GeneVector sentence = pairs.get(which).sentence();
    double[] expression = sentence.dense(genes);
    boolean[] present = sentence.present(genes);
    double[] similarities = new double[pairs.size()];
    double overlap = 0;
    for (int j = 0; j < similarities.length; j++) {
      GeneVector reference = pairs.get(j).reference();
      double norm = Math.sqrt(reference.squaredNorm());
      similarities[j] = norm > 0 ? reference.dot(expression) / norm : 0;
      overlap += j == which ? 0 : reference.overlap(present, sentence.places().length);
    }
    return new Tuple2<>(Foscttm.share(similarities, which), overlap / (pairs.size() - 1));
  }
}
