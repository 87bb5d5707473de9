package org.galton.study.emergence.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.galton.study.emergence.row.EmergenceConditionRow;
import org.galton.study.emergence.row.EmergenceConditionRow.Center;
import org.galton.study.emergence.row.EmergenceConditionRow.Chance;
import org.galton.study.emergence.row.EmergenceConditionRow.Figure;
import org.galton.study.emergence.row.EmergenceConditionRow.Groups;
import org.galton.study.emergence.row.EmergenceConditionRow.Significant;
import org.galton.study.emergence.row.EmergenceConditionRow.Test;
import org.galton.study.emergence.row.EmergenceConditionRow.Tests;
import org.galton.study.emergence.row.EmergenceEffectRow;
import org.galton.study.emergence.row.EmergenceEffectRow.Numbers;
import org.galton.study.emergence.row.EmergenceEffectRow.Subject;
import org.galton.study.emergence.row.EmergenceGroupRow;
import org.galton.study.emergence.row.EmergenceGroupRow.Facts;
import org.galton.study.emergence.row.EmergenceGroupRow.Trial;
import org.galton.study.emergence.row.EmergencePairRow;
import org.galton.study.emergence.row.EmergenceTripletRow;
import org.galton.study.emergence.row.GroupPlace;
import org.galton.study.emergence.row.TrajectoryRow;
import org.galton.table.RunRow;

/** Three conditions of three groups; only the last is coordinated, and row is the kinder null. */
public final class SampleEmergence {
  private static final List<String> CONDITIONS = List.of("plain", "persona", "tom");
  private static final List<String> AGENTS = List.of("<d>", "a", "b", "c");

  private SampleEmergence() {}

  public static RunRow run() {
    return new RunRow(
        "run",
        "emergence",
        "trajectories: rows.csv\nseed: 42\n",
        "1",
        "4",
        "17",
        Instant.parse("2026-11-21T12:00:00Z"),
        Instant.parse("2026-11-21T12:00:05Z"),
        0);
  }

  public static EmergenceRows rows() {
    List<EmergenceConditionRow> conditions = new ArrayList<>();
    List<EmergenceGroupRow> groups = new ArrayList<>();
    List<EmergencePairRow> pairs = new ArrayList<>();
    List<EmergenceTripletRow> triplets = new ArrayList<>();
    List<TrajectoryRow> trajectories = new ArrayList<>();
    for (String condition : CONDITIONS) {
      boolean coordinated = condition.equals("tom");
      for (String model : List.of("row", "shift")) {
        boolean survives = coordinated || model.equals("row");
        for (String measure : List.of("imin", "broja")) {
          conditions.add(condition(condition, "capacity", measure, model, survives));
        }
        conditions.add(condition(condition, "s_macro", null, model, coordinated));
        conditions.add(condition(condition, "g3", null, model, false));
        for (int g = 0; g < 3; g++) {
          groups.add(group(condition, g, model));
        }
      }
      for (int g = 0; g < 3; g++) {
        String name = condition + g;
        for (int a = 0; a < AGENTS.size(); a++) {
          for (int b = a + 1; b < AGENTS.size(); b++) {
            for (String model : List.of("row", "shift")) {
              pairs.add(pair(condition, name, a, b, model));
            }
          }
        }
        triplets.add(triplet(condition, name, "a", "b", "c", 0.1));
        triplets.add(triplet(condition, name, "<d>", "b", "c", 0.3));
        for (int round = 1; round <= 12; round++) {
          for (int a = 0; a < AGENTS.size(); a++) {
            double value = 20 + 10 * Math.sin(round * (a + 1.0 + g));
            trajectories.add(
                new TrajectoryRow(
                    "run",
                    new GroupPlace("all", condition, name),
                    round,
                    AGENTS.get(a),
                    value,
                    77.0,
                    g == 0,
                    null));
          }
        }
      }
    }
    return new EmergenceRows(conditions, groups, pairs, triplets, trajectories, effects());
  }

  /** Of three conditions, the first being the reference. */
  private static List<EmergenceEffectRow> effects() {
    return List.of(
        effect("intercept", -1.0),
        effect("synergy", 0.5),
        effect("redundancy", 0.2),
        effect("synergy x redundancy", 0.24),
        effect("condition persona", 0.1),
        effect("condition tom", 0.3));
  }

  private static EmergenceEffectRow effect(String term, double logOdds) {
    return new EmergenceEffectRow(
        "run",
        new Subject("all", "performance", 10, "capacity", "broja", null, null, null),
        term,
        9,
        0,
        new Numbers(
            OptionalDouble.of(logOdds),
            OptionalDouble.of(0.1),
            OptionalDouble.of(logOdds - 0.2),
            OptionalDouble.of(logOdds + 0.2),
            OptionalDouble.of(Math.exp(logOdds)),
            OptionalDouble.of(0.02),
            Optional.of("inverse_probability")),
        "OK",
        Optional.empty());
  }

  static EmergenceConditionRow condition(
      String condition, String statistic, String measure, String model, boolean survives) {
    double corrected = survives ? 0.02 : -0.003;
    Center center =
        new Center(
            OptionalDouble.of(corrected),
            OptionalDouble.of(corrected - 0.01),
            OptionalDouble.of(corrected + 0.01));
    return new EmergenceConditionRow(
        "run",
        new Figure("all", condition, null, statistic, measure, model),
        new Groups(3, 0, 0),
        OptionalInt.of(4),
        OptionalInt.of(4),
        OptionalDouble.of(0.07 + corrected),
        new Chance(OptionalDouble.of(0.07), OptionalDouble.of(0.03), OptionalDouble.of(0.12)),
        center,
        center,
        0.05,
        new Tests(
            new Significant(
                OptionalInt.of(survives ? 2 : 0),
                OptionalDouble.of(survives ? 2 / 3.0 : 0),
                OptionalDouble.of(0.1),
                OptionalDouble.of(0.9)),
            OptionalInt.of(survives ? 1 : 0),
            new Test(OptionalDouble.of(12.0), OptionalDouble.of(survives ? 1e-4 : 0.6)),
            new Test(OptionalDouble.of(2.0), OptionalDouble.of(survives ? 0.01 : 0.6)),
            new Test(OptionalDouble.of(6.0), OptionalDouble.of(survives ? 0.003 : 0.7))),
        Optional.empty());
  }

  private static EmergenceGroupRow group(String condition, int place, String model) {
    return new EmergenceGroupRow(
        "run",
        new GroupPlace("all", condition, condition + place),
        null,
        "capacity",
        "broja",
        model,
        new Facts("measured", null, 4, 12, 11, 0, 0),
        OptionalDouble.of(0.07 + place * 0.01),
        new Trial(
            OptionalDouble.of(0.07),
            OptionalDouble.of(0.03),
            OptionalDouble.of(0.12),
            OptionalDouble.of(place * 0.01),
            OptionalInt.of(200),
            OptionalInt.of(40),
            OptionalDouble.of(41 / 201.0),
            OptionalInt.of(200),
            OptionalDouble.of(41 / 201.0),
            OptionalDouble.of(0.5)),
        Optional.of(false),
        Optional.empty());
  }

  private static EmergencePairRow pair(String condition, String group, int a, int b, String model) {
    return new EmergencePairRow(
        "run",
        new GroupPlace("all", condition, group),
        null,
        AGENTS.get(a),
        AGENTS.get(b),
        "broja",
        0.02,
        0.01,
        0.03,
        0.05 * (a + b),
        model,
        0.04,
        a == 2 ? 0.01 : 0.4);
  }

  private static EmergenceTripletRow triplet(
      String condition, String group, String a, String b, String c, double i3) {
    return new EmergenceTripletRow(
        "run",
        new GroupPlace("all", condition, group),
        null,
        a,
        b,
        c,
        i3,
        i3 / 2,
        i3,
        -0.1,
        "shift",
        0.2,
        0.3);
  }
}
