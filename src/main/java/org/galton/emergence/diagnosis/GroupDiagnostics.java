package org.galton.emergence.diagnosis;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.GroupStatistic;
import org.galton.emergence.GroupTrajectory;
import org.galton.emergence.NullModel;
import org.galton.emergence.surrogate.OffsetWindows;
import org.galton.emergence.surrogate.PreparedGroup;
import org.galton.emergence.surrogate.Transitions;
import org.galton.information.PartialInformation;

/**
 * Measures groups and their surrogates.
 *
 * <ul>
 *   <li>Emergence capacity: synergy of each pair of agents about its own joint next state ({@link
 *       PairStatistic}).
 *   <li>Practical criterion: {@link GroupStatistic#S_MACRO}.
 *   <li>Coalition test: {@link GroupStatistic#I3} and what follows from it.
 *   <li>Beside them {@link GroupStatistic#DELTA}, {@link GroupStatistic#GAMMA} and O-information.
 * </ul>
 *
 * <p>Each series is cut at its own quantiles; all terms of a figure come from one table over its
 * variables. Raw figures are biased upward: only what exceeds surrogates is evidence, and only
 * against what the surrogates lack ({@link NullModel}). Replicate b of a null is drawn from {@code
 * PortableStream.of(seed, group, null, b)}, and so is the same wherever and beside whatever it is
 * computed. Cost of a replicate: agents^2 tables of pairs and agents^3 / 6 of triplets; a few
 * microseconds for ten agents in two bins and up to 64 rounds without broja. Safe to share between
 * threads.
 *
 * <p>Riedl, arXiv:2510.05174. Rosas et al., Reconciling emergences, PLoS Computational Biology 16,
 * 2020.
 */
public final class GroupDiagnostics implements Serializable {
  private static final long serialVersionUID = 1L;

  private final EmergenceSettings settings;
  private final Counting counting;

  private GroupDiagnostics(EmergenceSettings settings, Counting counting) {
    this.settings = settings;
    this.counting = counting;
  }

  /**
   * @throws IllegalArgumentException for an estimator and a measure that do not go together
   */
  public static GroupDiagnostics with(EmergenceSettings settings) {
    settings.measures().forEach(measure -> new PartialInformation(settings.estimator(), measure));
    return new GroupDiagnostics(settings, Counting.FASTEST);
  }

  public GroupDiagnostics with(Counting option) {
    return new GroupDiagnostics(settings, option);
  }

  public EmergenceSettings settings() {
    return settings;
  }

  /** The group's own figures. */
  public GroupMeasures measure(GroupTrajectory group) {
    Optional<Status> lacking = lacking(group);
    if (lacking.isPresent()) {
      return without(group, lacking.get());
    }
    DiagnosedGroup diagnosed = diagnosed(group);
    ObservedFigures figures = new ObservedFigures(diagnosed, settings);
    return new GroupMeasures(
        group.name(),
        status(diagnosed),
        flags(diagnosed),
        group.agents().size(),
        group.rounds().length,
        diagnosed.prepared().transitions().count(),
        group.incompleteRounds(),
        group.rejectedRounds(),
        figures.values(),
        figures.pairs(),
        figures.triplets(),
        figures.members());
  }

  /** Why this group cannot be tested against this null model; empty where it can. */
  public Optional<String> refusal(GroupTrajectory group, NullModel model) {
    Status status = lacking(group).orElseGet(() -> status(diagnosed(group)));
    return refusal(group, model, status);
  }

  private int room(GroupTrajectory group) {
    return OffsetWindows.room(group.rounds().length, transitions(group), settings.minTransitions());
  }

  private Optional<String> refusal(GroupTrajectory group, NullModel model, Status status) {
    if (status != Status.MEASURED) {
      return Optional.of(
          "Cannot test group '%s': its status is %s".formatted(group.name(), status.label()));
    }
    if (model == NullModel.OFFSET && room(group) < 1) {
      return Optional.of(
          "Cannot test group '%s' against the null offset: it has no more than %d transitions, so no room for other windows"
              .formatted(group.name(), settings.minTransitions()));
    }
    if (model == NullModel.FUNCTIONAL && group.target().isEmpty()) {
      return Optional.of(
          "Cannot test group '%s' against the null functional: it has no target to search for"
              .formatted(group.name()));
    }
    return Optional.empty();
  }

  /**
   * The group beside replicates 0 to B - 1.
   *
   * @throws IllegalArgumentException where there is a {@link #refusal}
   */
  public NullMeasures nulls(GroupTrajectory group, NullModel model) {
    DiagnosedGroup diagnosed = tested(group, model);
    NullFigures figures = new NullFigures(diagnosed, settings);
    diagnosed.replicate(model, 0, settings.surrogates(), figures);
    return figures.of(model);
  }

  /**
   * Replicates, from (inclusive) to (exclusive), at or above the observed value, for each of {@link
   * EmergenceSettings#statistics}; 0 for one without an observed value. Settings with fewer
   * measures have the same replicates, and spare the work for the others.
   *
   * @throws IllegalArgumentException where there is a {@link #refusal}
   */
  public int[] exceedances(GroupTrajectory group, NullModel model, int from, int to) {
    DiagnosedGroup diagnosed = tested(group, model);
    int[] exceedances = new int[diagnosed.observed().length];
    diagnosed.replicate(
        model, from, to, (replicate, surrogate) -> diagnosed.count(surrogate, exceedances));
    return exceedances;
  }

  private DiagnosedGroup tested(GroupTrajectory group, NullModel model) {
    Optional<Status> lacking = lacking(group);
    if (lacking.isPresent()) {
      throw new IllegalArgumentException(refusal(group, model, lacking.get()).orElseThrow());
    }
    DiagnosedGroup diagnosed = diagnosed(group);
    refusal(group, model, status(diagnosed))
        .ifPresent(
            refusal -> {
              throw new IllegalArgumentException(refusal);
            });
    if (model == NullModel.OFFSET) {
      return DiagnosedGroup.ofWindows(
          new OffsetWindows(diagnosed.prepared(), room(group)), settings, counting);
    }
    return diagnosed;
  }

  private DiagnosedGroup diagnosed(GroupTrajectory group) {
    return new DiagnosedGroup(PreparedGroup.of(group, settings), settings, counting);
  }

  /** Why there are no figures; empty where there are. */
  private Optional<Status> lacking(GroupTrajectory group) {
    if (group.agents().size() < 2) {
      return Optional.of(Status.TOO_FEW_AGENTS);
    }
    return transitions(group) < settings.minTransitions()
        ? Optional.of(Status.TOO_SHORT)
        : Optional.empty();
  }

  private int transitions(GroupTrajectory group) {
    return Transitions.of(group.rounds(), settings.lag()).count();
  }

  private static Status status(DiagnosedGroup group) {
    int series = group.prepared().series().length;
    boolean constant =
        IntStream.range(0, series).allMatch(i -> group.informations().letters(i) == 1);
    return constant ? Status.DEGENERATE : Status.MEASURED;
  }

  private GroupMeasures without(GroupTrajectory group, Status status) {
    return new GroupMeasures(
        group.name(),
        status,
        Collections.unmodifiableSet(lost(group)),
        group.agents().size(),
        group.rounds().length,
        transitions(group),
        group.incompleteRounds(),
        group.rejectedRounds(),
        Map.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Set<Flag> lost(GroupTrajectory group) {
    EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
    if (group.incompleteRounds() > 0) {
      flags.add(Flag.INCOMPLETE_ROUNDS);
    }
    if (group.rejectedRounds() > 0) {
      flags.add(Flag.REJECTED_ROUNDS);
    }
    return flags;
  }

  private Set<Flag> flags(DiagnosedGroup diagnosed) {
    PreparedGroup prepared = diagnosed.prepared();
    Set<Flag> flags = lost(prepared.group());
    long cells = (long) Math.pow(settings.bins(), 4);
    if (prepared.transitions().count() < cells) {
      flags.add(Flag.UNDERSAMPLED);
    }
    OptionalInt constant =
        IntStream.range(0, prepared.agents())
            .filter(i -> diagnosed.informations().letters(i) == 1)
            .findFirst();
    if (constant.isPresent()) {
      flags.add(Flag.CONSTANT_AGENT);
    }
    if (diagnosed.informations().letters(prepared.agents()) == 1) {
      flags.add(Flag.CONSTANT_MACRO);
    }
    return Collections.unmodifiableSet(flags);
  }
}
