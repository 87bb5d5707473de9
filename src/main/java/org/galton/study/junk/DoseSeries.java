package org.galton.study.junk;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.galton.junk.dose.DoseBlock;
import org.galton.junk.dose.DoseResponse;
import org.galton.junk.dose.EffectSize;
import org.galton.numerics.Optionals;
import org.galton.spec.InvalidInput;
import org.galton.statistics.Confidence;
import org.galton.statistics.Estimate;
import org.galton.statistics.Interval;
import org.galton.statistics.Moments;
import org.galton.study.junk.row.DoseMeanRow;
import org.galton.study.junk.row.DoseResponseRow;

/** The scores of a metric, and what their rows say: of all models, then of each. */
final class DoseSeries {
  private final String runId;
  private final String metric;
  private final DoseRequest request;
  private final Map<String, List<GivenScore>> models = new TreeMap<>();

  /** What a metric came to. */
  record Found(List<DoseResponseRow> rows, List<DoseMeanRow> means) implements Serializable {}

  DoseSeries(String runId, String metric, Iterable<GivenScore> scores, DoseRequest request) {
    this.runId = runId;
    this.metric = metric;
    this.request = request;
    scores.forEach(one -> models.computeIfAbsent(one.model(), m -> new ArrayList<>()).add(one));
    models.values().forEach(this::checkSeeds);
  }

  /** A seed has one score at a dose. */
  private void checkSeeds(List<GivenScore> scores) {
    Set<GivenScore> keys = new HashSet<>();
    for (GivenScore one : scores) {
      GivenScore key = new GivenScore(one.model(), one.seed(), one.dose(), 0);
      if (!one.seed().isEmpty() && !keys.add(key)) {
        throw new InvalidInput(
            "Cannot read %s: metric '%s', model '%s', seed '%s', dose %s is there twice; expected one score, or no column seed"
                .formatted(request.input(), metric, one.model(), one.seed(), plain(one.dose())));
      }
    }
  }

  Found measured() {
    Found found = new Found(new ArrayList<>(), new ArrayList<>());
    if (models.size() > 1) {
      add(found, null, List.copyOf(models.values()));
    }
    models.forEach((model, scores) -> add(found, model.isEmpty() ? null : model, List.of(scores)));
    return found;
  }

  private void add(Found found, String model, List<List<GivenScore>> scores) {
    List<DoseBlock> blocks = scores.stream().map(DoseSeries::block).toList();
    String name = metric.length() + "|" + metric + (model == null ? "" : "|" + model);
    DoseResponse response = DoseResponse.of(blocks, request.options(), name);
    double[] doses =
        blocks.stream()
            .flatMapToDouble(b -> Arrays.stream(b.doses()))
            .distinct()
            .sorted()
            .toArray();
    found.rows().add(row(model, blocks, doses.length, response));
    for (double dose : doses) {
      found.means().add(mean(model, dose, DoseResponse.at(blocks, dose)));
    }
  }

  private static DoseBlock block(List<GivenScore> scores) {
    List<GivenScore> sorted =
        scores.stream()
            .sorted(Comparator.comparingDouble(GivenScore::dose).thenComparing(GivenScore::score))
            .toList();
    return new DoseBlock(
        sorted.stream().mapToDouble(GivenScore::dose).toArray(),
        sorted.stream().mapToDouble(GivenScore::score).toArray());
  }

  private DoseMeanRow mean(String model, double dose, double[] values) {
    Estimate estimate =
        Estimate.around(
            Moments.mean(values),
            Moments.standardError(values),
            values.length < 2 ? 0 : new Confidence(0.95).t(values.length - 1),
            values.length,
            0);
    return new DoseMeanRow(
        runId,
        metric,
        model,
        dose,
        values.length,
        estimate.value().orElseThrow(),
        Optionals.orNull(estimate.low()),
        Optionals.orNull(estimate.high()));
  }

  private DoseResponseRow row(
      String model, List<DoseBlock> blocks, int doses, DoseResponse response) {
    Optional<Interval> slope = response.slope().flatMap(found -> found.interval());
    Optional<Interval> g = response.effect().flatMap(EffectSize::interval);
    return new DoseResponseRow(
        runId,
        metric,
        model,
        blocks.size(),
        blocks.stream().mapToInt(block -> block.doses().length).sum(),
        doses,
        response.lowest(),
        response.highest(),
        response.slope().map(found -> found.value()).orElse(null),
        slope.map(Interval::low).orElse(null),
        slope.map(Interval::high).orElse(null),
        response.trend().map(found -> found.rho()).orElse(null),
        response.trend().map(found -> found.falls()).orElse(null),
        response.trend().map(found -> found.rises()).orElse(null),
        response.trend().map(found -> found.twoSided()).orElse(null),
        response.trend().map(found -> found.exact() ? "exact" : "drawn").orElse(null),
        response.atLowest().length,
        response.atHighest().length,
        Moments.mean(response.atLowest()),
        Moments.mean(response.atHighest()),
        response.effect().map(found -> Optionals.orNull(found.d())).orElse(null),
        response.effect().map(found -> Optionals.orNull(found.g())).orElse(null),
        g.map(Interval::low).orElse(null),
        g.map(Interval::high).orElse(null),
        response.effect().map(this::effect).orElse(null),
        missing(doses, response));
  }

  /** Null where there is no interval. */
  private String effect(EffectSize found) {
    if (found.interval().isEmpty()) {
      return null;
    }
    Interval interval = found.interval().get();
    double g = found.g().orElseThrow();
    if (Math.abs(g) <= request.trivial() || interval.contains(0)) {
      return "none";
    }
    return g < 0 ? "falls" : "rises";
  }

  private static String missing(int doses, DoseResponse response) {
    if (doses < 2) {
      return "one dose alone";
    }
    List<String> reasons = new ArrayList<>();
    if (response.slope().isEmpty()) {
      reasons.add("no model has two doses");
    } else if (response.slope().get().interval().isEmpty()) {
      reasons.add("no degrees of freedom for the interval of the slope");
    }
    if (response.trend().isEmpty() && response.slope().isPresent()) {
      reasons.add("scores do not vary within models");
    }
    if (response.effect().isEmpty()) {
      reasons.add(
          "g needs two values at dose %s and at dose %s, there are %d and %d"
              .formatted(
                  plain(response.lowest()),
                  plain(response.highest()),
                  response.atLowest().length,
                  response.atHighest().length));
    } else if (response.effect().get().g().isEmpty()) {
      reasons.add("scores at the lowest and at the highest dose have no spread");
    }
    return reasons.isEmpty() ? null : String.join("; ", reasons);
  }

  private static String plain(double dose) {
    return dose == Math.rint(dose) && Math.abs(dose) < 1e15
        ? Long.toString((long) dose)
        : Double.toString(dose);
  }
}
