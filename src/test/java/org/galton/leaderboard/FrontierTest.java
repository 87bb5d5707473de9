package org.galton.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FrontierTest {
  private static final LocalDate DAY = LocalDate.of(2025, 9, 1);

  @Test
  void theKnownPoints() {
    double[] costs = {1, 2, 4, 5, 8, 10};
    Frontier frontier = Frontier.of(costs, new double[] {.20, .30, .60, .55, .65, .80});
    assertThat(kept(costs, frontier.nonDominated())).containsExactly(1.0, 2.0, 4.0, 8.0, 10.0);
    assertThat(kept(costs, frontier.hull())).containsExactly(1.0, 4.0, 10.0);
  }

  // Five of HAL's agents on AssistantBench.
  @Test
  void thePublishedPoints() {
    double[] costs = {2.18, 15.15, 41.69, 385.43, 779.72};
    Frontier frontier = Frontier.of(costs, new double[] {2.6, 38.8, 35.2, 7.3, 13.8});
    assertThat(kept(costs, frontier.hull())).containsExactly(2.18, 15.15);
  }

  @Test
  void orderAndDominatedPointsChangeNothing() {
    Random random = new Random(4);
    for (int round = 0; round < 50; round++) {
      List<double[]> points = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        points.add(new double[] {random.nextInt(8), random.nextInt(8) / 8.0});
      }
      List<String> first = described(points);
      Collections.shuffle(points, random);
      assertThat(described(points)).isEqualTo(first);
      points.add(new double[] {100, -1});
      assertThat(described(points)).isEqualTo(first);
    }
  }

  private static List<String> described(List<double[]> points) {
    Frontier frontier =
        Frontier.of(
            points.stream().mapToDouble(p -> p[0]).toArray(),
            points.stream().mapToDouble(p -> p[1]).toArray());
    for (int i = 0; i < points.size(); i++) {
      assertThat(frontier.nonDominated().get(i)).isEqualTo(isFree(points, points.get(i)));
      assertThat(frontier.hull().get(i)).isEqualTo(isOnHull(points, points.get(i)));
    }
    return IntStream.range(0, points.size())
        .filter(i -> frontier.nonDominated().get(i))
        .mapToObj(i -> points.get(i)[0] + " " + points.get(i)[1])
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean isFree(List<double[]> points, double[] point) {
    return points.stream()
        .noneMatch(
            other ->
                other[0] <= point[0]
                    && other[1] >= point[1]
                    && (other[0] < point[0] || other[1] > point[1]));
  }

  /** By all pairs: costs are whole numbers and successes eighths, so products are exact. */
  private static boolean isOnHull(List<double[]> points, double[] point) {
    return isFree(points, point)
        && points.stream()
            .filter(left -> left[0] < point[0])
            .allMatch(
                left ->
                    points.stream()
                        .filter(right -> right[0] > point[0])
                        .allMatch(
                            right ->
                                (point[1] - left[1]) * (right[0] - left[0])
                                    >= (right[1] - left[1]) * (point[0] - left[0])));
  }

  // In doubles .4 - .2 is not twice .3 - .2.
  @Test
  void aPointOnTheLineIsOnTheHull() {
    assertThat(Frontier.of(new double[] {1, 2, 3}, new double[] {.2, .3, .4}).hull())
        .containsExactly(true, true, true);
    assertThat(Frontier.of(new double[] {1, 2, 3}, new double[] {.2, .299999, .4}).hull())
        .containsExactly(true, false, true);
  }

  @Test
  void equalPointsAreOnTheHullTogetherOrNotAtAll() {
    double[] costs = {1, 2, 2, 4, 4};
    Frontier frontier = Frontier.of(costs, new double[] {.2, .3, .3, .6, .6});
    assertThat(frontier.nonDominated()).containsExactly(true, true, true, true, true);
    assertThat(frontier.hull()).containsExactly(true, false, false, true, true);
  }

  private static List<Double> kept(double[] costs, List<Boolean> flags) {
    return IntStream.range(0, costs.length).filter(flags::get).mapToObj(i -> costs[i]).toList();
  }

  @Test
  void tokensAndHoursArePriced() {
    Price tokens = new Price("m", DAY, 2.5, 10, Double.NaN);
    assertThat(tokens.of(1200L, 300L, null).orElseThrow()).isCloseTo(0.006, within(1e-15));
    assertThat(tokens.of(null, 300L, 9.0)).isEmpty();
    Price hours = new Price("m", DAY, Double.NaN, Double.NaN, 3.6);
    assertThat(hours.of(1L, 1L, 10.0).orElseThrow()).isCloseTo(0.01, within(1e-15));
    assertThat(hours.of(1L, 1L, null)).isEmpty();
  }

  @Test
  void theLatestPriceThatHasBegunHolds() {
    Prices prices =
        new Prices(
            List.of(
                new Price("m", DAY.plusDays(30), 3, 3, Double.NaN),
                new Price("m", DAY, 1, 1, Double.NaN),
                new Price("other", DAY, 9, 9, Double.NaN)));
    assertThat(prices.of("m", DAY.minusDays(1))).isEmpty();
    assertThat(prices.of("m", DAY.plusDays(29)).orElseThrow().input()).isEqualTo(1);
    assertThat(prices.of("m", DAY.plusDays(30)).orElseThrow().input()).isEqualTo(3);
  }
}
