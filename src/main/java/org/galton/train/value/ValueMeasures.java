package org.galton.train.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.PrimitiveIterator;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.galton.statistics.forecast.Forecast;
import org.galton.statistics.forecast.ForecastQuality;

/**
 * How good a value head is on prompts that it did not learn from.
 *
 * @param all at all depths together
 * @param byDepth by blocks of the beginning, in their order
 */
public record ValueMeasures(Measure all, List<Measure> byDepth) {

  /**
   * Outcomes are those of rollouts.
   *
   * @param depth in blocks; 0 for all
   * @param rankingWithin chance that of two beginnings of one prompt at this depth the one that
   *     became right has the higher value; nothing where no prompt has both
   */
  public record Measure(int depth, ForecastQuality quality, OptionalDouble rankingWithin) {}

  static ValueMeasures of(List<PartialExample> examples, DoubleStream values) {
    List<Forecast> all = new ArrayList<>();
    Map<Integer, Map<String, List<Forecast>>> byDepth = new TreeMap<>();
    List<List<Forecast>> groups = new ArrayList<>();
    PrimitiveIterator.OfDouble next = values.iterator();
    for (PartialExample example : examples) {
      Forecast forecast = new Forecast(next.nextDouble(), example.right(), example.wrong());
      all.add(forecast);
      byDepth
          .computeIfAbsent(example.depth(), depth -> new TreeMap<>())
          .computeIfAbsent(
              example.promptId(),
              prompt -> {
                List<Forecast> group = new ArrayList<>();
                groups.add(group);
                return group;
              })
          .add(forecast);
    }
    List<Measure> measures = new ArrayList<>();
    byDepth.forEach(
        (depth, prompts) ->
            measures.add(
                new Measure(
                    depth,
                    ForecastQuality.of(prompts.values().stream().flatMap(List::stream).toList()),
                    ForecastQuality.rankingWithin(prompts.values()))));
    return new ValueMeasures(
        new Measure(0, ForecastQuality.of(all), ForecastQuality.rankingWithin(groups)), measures);
  }
}
