package org.galton.study.frechet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.galton.frechet.GaussianMoments;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;
import org.galton.study.frechet.row.FrechetDistanceRow;
import org.galton.study.frechet.row.FrechetMeanRow;
import scala.Tuple2;

/** Counts, adds up moments where the rows are, and measures each pair in a task of its own. */
final class FrechetJob {
  private static final int LOW_PER_DIMENSION = 10;
  private static final Comparator<GroupKey> ORDER =
      Comparator.comparing((GroupKey key) -> String.join("\u0000", key.condition()))
          .thenComparing(GroupKey::side);

  private final SparkSession spark;
  private final FrechetRequest request;

  FrechetJob(SparkSession spark, FrechetRequest request) {
    this.spark = spark;
    this.request = request;
  }

  /**
   * @throws InvalidInput when vectors cannot be read or compared
   */
  FrechetResult run(String runId) {
    JavaRDD<GivenVector> vectors = VectorInput.read(spark, request);
    Map<GroupKey, GroupCount> counts = new TreeMap<>(ORDER);
    counts.putAll(
        SparkAction.run(
            "count vectors",
            () ->
                vectors
                    .mapToPair(vector -> new Tuple2<>(vector.key(), GroupCount.of(vector)))
                    .reduceByKey(GroupCount::plus)
                    .collectAsMap()));
    List<String> left = check(counts);
    Map<GroupKey, Cut> cuts = request.equal() ? cuts(vectors, counts) : Map.of();
    List<MeasuredPair> pairs =
        new ArrayList<>(SparkAction.run("measure distances", () -> measure(vectors, cuts)));
    pairs.sort(
        Comparator.comparing(MeasuredPair::side)
            .thenComparing(pair -> String.join("\u0000", pair.condition())));
    return new FrechetResult(
        request,
        pairs.stream().map(pair -> row(runId, pair, counts)).toList(),
        means(runId, pairs),
        left);
  }

  /** Conditions that have no reference or nothing but it, in words. */
  private List<String> check(Map<GroupKey, GroupCount> counts) {
    if (counts.isEmpty()) {
      throw new InvalidInput(
          "Cannot read %s: there are no rows; expected a row per vector"
              .formatted(request.input()));
    }
    GroupCount first = counts.values().iterator().next();
    counts.forEach(
        (key, count) -> {
          String problem = count.problem() == null ? first.contradiction(count) : count.problem();
          if (problem != null) {
            throw new InvalidInput(
                "Cannot compare the vectors of %s: %s; expected the same in all rows"
                    .formatted(request.input(), problem));
          }
        });
    if (counts.keySet().stream().noneMatch(key -> key.side().equals(request.reference()))) {
      throw new InvalidInput(
          "Cannot compare the vectors of %s: no row has '%s' in column '%s'; expected it as --reference in some; others are %s"
              .formatted(
                  request.input(),
                  request.reference(),
                  request.side(),
                  new TreeSet<>(counts.keySet().stream().map(GroupKey::side).toList())
                      .stream().limit(10).toList()));
    }
    memory(counts.size(), first.dimensions());
    return equalCounts(counts);
  }

  private void memory(int groups, int dimensions) {
    long needed =
        GaussianMoments.bytes(dimensions) * GroupSamples.moments(request.draws()) * groups;
    long most = Runtime.getRuntime().maxMemory() / 2;
    if (needed > most) {
      throw new InvalidInput(
          "Cannot compare the vectors of %s: %d draws of %d groups of %d dimensions need %,d MiB; expected at most %,d MiB; ask for fewer --draws, or none with 0"
              .formatted(
                  request.input(), request.draws(), groups, dimensions, needed >> 20, most >> 20));
    }
  }

  private List<String> equalCounts(Map<GroupKey, GroupCount> counts) {
    List<String> left = new ArrayList<>();
    Map<List<String>, Map<String, Long>> conditions = byCondition(counts);
    conditions.forEach(
        (condition, sides) -> {
          if (sides.size() < 2 || !sides.containsKey(request.reference())) {
            left.add(json(condition));
          } else if (sides.values().stream().anyMatch(n -> n < 2)) {
            throw new InvalidInput(
                "Cannot compare the vectors of %s: condition %s has a group of one vector; expected 2 or more"
                    .formatted(request.input(), json(condition)));
          } else if (!request.equal() && sides.values().stream().distinct().count() > 1) {
            throw new InvalidInput(
                "Cannot compare the vectors of %s: condition %s has %s vectors; expected as many in each group, since the distance of samples depends on their number; --equal takes a sample of the larger ones"
                    .formatted(request.input(), json(condition), sides));
          }
        });
    if (left.size() == conditions.size()) {
      throw new InvalidInput(
          "Cannot compare the vectors of %s: no condition has both '%s' and something else in column '%s'; expected both"
              .formatted(request.input(), request.reference(), request.side()));
    }
    return List.copyOf(left);
  }

  private static Map<List<String>, Map<String, Long>> byCondition(
      Map<GroupKey, GroupCount> counts) {
    Map<List<String>, Map<String, Long>> conditions = new HashMap<>();
    counts.forEach(
        (key, count) ->
            conditions
                .computeIfAbsent(key.condition(), condition -> new TreeMap<>())
                .put(key.side(), count.vectors()));
    return conditions;
  }

  private Map<GroupKey, Cut> cuts(JavaRDD<GivenVector> vectors, Map<GroupKey, GroupCount> counts) {
    Map<List<String>, Integer> fewest = new HashMap<>();
    byCondition(counts)
        .forEach(
            (condition, sides) ->
                fewest.put(
                    condition,
                    (int) sides.values().stream().mapToLong(Long::longValue).min().orElseThrow()));
    long seed = request.seed();
    return SparkAction.run(
        "choose vectors",
        () ->
            new HashMap<>(
                vectors
                    .mapToPair(vector -> new Tuple2<>(vector.key(), Cut.place(vector, seed)))
                    .groupByKey()
                    .mapToPair(
                        group ->
                            new Tuple2<>(
                                group._1(),
                                Cut.of(places(group._2()), fewest.get(group._1().condition()))))
                    .collectAsMap()));
  }

  private static long[] places(Iterable<Long> found) {
    List<Long> places = new ArrayList<>();
    found.forEach(places::add);
    return places.stream().mapToLong(Long::longValue).toArray();
  }

  private List<MeasuredPair> measure(JavaRDD<GivenVector> vectors, Map<GroupKey, Cut> cuts) {
    FrechetRequest asked = request;
    JavaPairRDD<GroupKey, GroupSamples> samples =
        vectors
            .mapToPair(vector -> new Tuple2<>(vector.key(), vector))
            .combineByKey(
                vector -> counted(new GroupSamples(vector, asked), vector, cuts, asked),
                (group, vector) -> counted(group, vector, cuts, asked),
                GroupSamples::merge);
    return samples
        .mapToPair(
            group ->
                new Tuple2<>(group._1().condition(), new Tuple2<>(group._1().side(), group._2())))
        .groupByKey()
        .flatMap(condition -> pairs(condition._1(), condition._2(), asked.reference()).iterator())
        .collect();
  }

  private static GroupSamples counted(
      GroupSamples group, GivenVector vector, Map<GroupKey, Cut> cuts, FrechetRequest asked) {
    Cut cut = cuts.get(vector.key());
    if (cut == null) {
      return group.add(vector, 1, 0);
    }
    long place = Cut.place(vector, asked.seed());
    // With clusters the next n would share some with the first: the floor is then of halves.
    boolean hasNext = asked.cluster() == null && vector.key().side().equals(asked.reference());
    return group.add(vector, cut.first(place), hasNext ? cut.next(place) : 0);
  }

  private static List<MeasuredPair> pairs(
      List<String> condition, Iterable<Tuple2<String, GroupSamples>> groups, String reference) {
    GroupSamples from = null;
    for (Tuple2<String, GroupSamples> group : groups) {
      if (group._1().equals(reference)) {
        from = group._2();
      }
    }
    List<MeasuredPair> pairs = new ArrayList<>();
    if (from != null) {
      for (Tuple2<String, GroupSamples> group : groups) {
        if (!group._1().equals(reference)) {
          pairs.add(MeasuredPair.of(condition, group._1(), from, group._2()));
        }
      }
    }
    return pairs;
  }

  private FrechetDistanceRow row(
      String runId, MeasuredPair pair, Map<GroupKey, GroupCount> counts) {
    GroupCount group = counts.get(new GroupKey(pair.condition(), pair.side()));
    Spread spread = Spread.of(pair.value(), pair.draws());
    return new FrechetDistanceRow(
        runId,
        json(pair.condition()),
        request.reference(),
        pair.side(),
        group.embedder(),
        pair.dimensions(),
        pair.vectors(),
        counts.get(new GroupKey(pair.condition(), request.reference())).vectors(),
        group.vectors(),
        pair.value(),
        pair.means(),
        pair.covariances(),
        spread.low(),
        spread.high(),
        spread.bias(),
        (int) Arrays.stream(pair.draws()).filter(Double::isFinite).count(),
        Double.isNaN(pair.floor()) ? null : (Double) pair.floor(),
        Double.isNaN(pair.floor()) ? null : (Long) pair.floorVectors(),
        isLow(pair));
  }

  private static boolean isLow(MeasuredPair pair) {
    return pair.vectors() < (long) LOW_PER_DIMENSION * pair.dimensions();
  }

  private List<FrechetMeanRow> means(String runId, List<MeasuredPair> pairs) {
    Map<String, List<MeasuredPair>> sides = new TreeMap<>();
    pairs.forEach(pair -> sides.computeIfAbsent(pair.side(), s -> new ArrayList<>()).add(pair));
    List<FrechetMeanRow> rows = new ArrayList<>();
    sides.forEach((side, all) -> rows.add(mean(runId, side, all)));
    return rows;
  }

  private FrechetMeanRow mean(String runId, String side, List<MeasuredPair> all) {
    List<MeasuredPair> counted = all.stream().filter(pair -> !isLow(pair)).toList();
    int left = all.size() - counted.size();
    if (counted.isEmpty()) {
      return new FrechetMeanRow(runId, request.reference(), side, 0, left, null, null, null, null);
    }
    double value = counted.stream().mapToDouble(MeasuredPair::value).average().orElseThrow();
    double[] draws = new double[request.draws()];
    for (int i = 0; i < draws.length; i++) {
      int draw = i;
      draws[i] = counted.stream().mapToDouble(pair -> pair.draws()[draw]).average().orElseThrow();
    }
    Spread spread = Spread.of(value, draws);
    double floor = counted.stream().mapToDouble(MeasuredPair::floor).average().orElseThrow();
    return new FrechetMeanRow(
        runId,
        request.reference(),
        side,
        counted.size(),
        left,
        value,
        spread.low(),
        spread.high(),
        Double.isNaN(floor) ? null : (Double) floor);
  }

  /** The condition as a JSON object, in which any value keeps its text. */
  private String json(List<String> condition) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < condition.size(); i++) {
      object.put(request.by().get(i), condition.get(i));
    }
    return object.toString();
  }
}
