package org.galton.emergence.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.galton.emergence.Detrending;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.GroupTrajectory;
import org.galton.emergence.Groups;
import org.galton.emergence.NullModel;
import org.galton.emergence.Observation;
import org.galton.emergence.surrogate.OffsetWindows;
import org.galton.emergence.surrogate.PreparedGroup;
import org.galton.information.DiscreteEstimator;
import org.galton.information.PidMeasure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Words of bits and tables give the same figures. */
class CountingTest {
  private static final int GROUPS = 60;

  @ParameterizedTest
  @EnumSource(
      value = DiscreteEstimator.class,
      names = {"PLUG_IN", "JEFFREYS"})
  void randomGroupsAndTheirSurrogates(DiscreteEstimator estimator) {
    EmergenceSettings settings =
        EmergenceSettings.withDefaults()
            .withEstimator(estimator)
            .withMeasures(List.of(PidMeasure.values()))
            .withMinTransitions(1);
    SplittableRandom random = new SplittableRandom(17);
    int compared = 0;
    int comparedInWindows = 0;
    for (int seed = 0; seed < GROUPS; seed++) {
      GroupTrajectory group = group(random, seed);
      EmergenceSettings lagged =
          settings
              .withLag(random.nextInt(1, 3))
              .withDetrending(random.nextBoolean() ? Detrending.LINEAR : Detrending.NONE);
      PreparedGroup prepared = PreparedGroup.of(group, lagged);
      if (prepared.transitions().count() > 0) {
        compared++;
        comparedInWindows += assertEqual(seed, prepared, lagged) ? 1 : 0;
      }
    }
    assertThat(compared).isGreaterThan(GROUPS / 2);
    assertThat(comparedInWindows).isGreaterThan(GROUPS / 4);
  }

  /** Returns whether the group has room for windows, in which it was compared too. */
  private static boolean assertEqual(int seed, PreparedGroup prepared, EmergenceSettings settings) {
    DiagnosedGroup masks = new DiagnosedGroup(prepared, settings, Counting.FASTEST);
    DiagnosedGroup tables = new DiagnosedGroup(prepared, settings, Counting.TABLES);
    assertThat(masks.informations()).isInstanceOf(MaskInformations.class);
    assertThat(masks.present()).as("group " + seed).isEqualTo(tables.present());
    assertClose(seed, masks.diagnosis(), tables.diagnosis());
    assertEqual(seed, masks, tables, EnumSet.complementOf(EnumSet.of(NullModel.OFFSET)));
    int room =
        OffsetWindows.room(
            prepared.places(), prepared.transitions().count(), settings.minTransitions());
    OffsetWindows windows = new OffsetWindows(prepared, room);
    boolean hasWindows = room > 0 && windows.window(settings).transitions().count() > 0;
    if (hasWindows) {
      assertEqual(
          seed,
          DiagnosedGroup.ofWindows(windows, settings, Counting.FASTEST),
          DiagnosedGroup.ofWindows(windows, settings, Counting.TABLES),
          EnumSet.of(NullModel.OFFSET));
    }
    return hasWindows;
  }

  private static void assertEqual(
      int seed, DiagnosedGroup masks, DiagnosedGroup tables, Set<NullModel> models) {
    for (NullModel model : models) {
      List<double[]> drawn = new ArrayList<>();
      masks.replicate(model, 0, 2, (b, surrogate) -> drawn.add(surrogate.statistics.clone()));
      assertClose(seed, masks.diagnosis(), after(tables, model));
      assertThat(drawn).hasSize(2);
    }
  }

  private static Diagnosis after(DiagnosedGroup group, NullModel model) {
    group.replicate(model, 0, 2, (b, surrogate) -> {});
    return group.diagnosis();
  }

  private static void assertClose(int seed, Diagnosis one, Diagnosis other) {
    String name = "group " + seed;
    assertThat(one.statistics).as(name).containsExactly(other.statistics, within(1e-12));
    assertThat(one.all).as(name).containsExactly(other.all, within(1e-12));
    assertThat(one.gain).as(name).containsExactly(other.gain, within(1e-12));
    assertThat(one.entropy).as(name).containsExactly(other.entropy, within(1e-12));
    for (int m = 0; m < one.synergy.length; m++) {
      assertThat(one.synergy[m]).as(name).containsExactly(other.synergy[m], within(1e-12));
      assertThat(one.redundancy[m]).as(name).containsExactly(other.redundancy[m], within(1e-12));
    }
  }

  /** With ties, constant series, missing rounds and up to 64 of them. */
  private static GroupTrajectory group(SplittableRandom random, int seed) {
    int agents = random.nextInt(2, 7);
    int rounds = random.nextInt(3, 65);
    GroupTrajectory whole =
        random.nextBoolean()
            ? Groups.noise(agents, rounds, seed)
            : Groups.coarse(agents, rounds, 4, seed);
    double[][] values = whole.values();
    List<Observation> observations = new ArrayList<>();
    for (int place = 0; place < rounds; place++) {
      if (random.nextInt(8) > 0) {
        for (int i = 0; i < agents; i++) {
          observations.add(new Observation(place, whole.agents().get(i), values[i][place]));
        }
      }
    }
    double target = Arrays.stream(values).mapToDouble(series -> series[0]).sum() + 40;
    return GroupTrajectory.of("group " + seed, observations).withTarget(target);
  }
}
