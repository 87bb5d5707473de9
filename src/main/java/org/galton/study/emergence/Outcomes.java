package org.galton.study.emergence;

import static org.galton.numerics.Optionals.ofNullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.galton.emergence.PairStatistic;
import org.galton.emergence.mediation.EffectEstimate;
import org.galton.emergence.mediation.MediatedGroup;
import org.galton.emergence.mediation.MediationEffect;
import org.galton.emergence.mediation.MediationFit;
import org.galton.emergence.mediation.MediationModel;
import org.galton.emergence.performance.GroupOutcome;
import org.galton.emergence.performance.PerformanceFit;
import org.galton.emergence.performance.PerformanceModel;
import org.galton.information.PidMeasure;
import org.galton.statistics.Interval;
import org.galton.statistics.regression.Coefficient;
import org.galton.study.emergence.row.EmergenceEffectRow;
import org.galton.study.emergence.row.EmergenceEffectRow.Analysis;
import org.galton.study.emergence.row.EmergenceEffectRow.Numbers;
import org.galton.study.emergence.row.EmergenceEffectRow.Subject;
import org.galton.study.emergence.row.Quantity;

/** Whether synergy in the first rounds goes with success, and carries what conditions do to it. */
final class Outcomes {
  private static final double CONFIDENCE = 0.95;

  private final String runId;
  private final MediationModel mediation;

  Outcomes(String runId, long seed) {
    this.runId = runId;
    this.mediation = MediationModel.withDefaults().withSeed(seed);
  }

  /** By each measure in each window of a number of rounds; later rounds are for who failed. */
  List<EmergenceEffectRow> of(Findings findings, String experiment, List<GroupOutline> groups) {
    List<EmergenceEffectRow> found = new ArrayList<>();
    List<GroupOutline> known = groups.stream().filter(group -> group.success() != null).toList();
    for (Window window : findings.windows()) {
      if (window.firstRounds() == null) {
        continue;
      }
      for (PidMeasure measure : findings.measures()) {
        Figures figures =
            new Figures(
                experiment,
                window,
                measure,
                findings.values(window, new PairStatistic(PairStatistic.Summary.CAPACITY, measure)),
                findings.values(
                    window, new PairStatistic(PairStatistic.Summary.REDUNDANCY, measure)),
                groups.size() - known.size());
        found.addAll(performance(figures, known, findings));
        found.addAll(mediation(figures, known));
      }
    }
    return found;
  }

  /**
   * Of groups that have them.
   *
   * @param unknown groups whose success is not known
   */
  private record Figures(
      String experiment,
      Window window,
      PidMeasure measure,
      Map<GroupKey, Double> synergy,
      Map<GroupKey, Double> redundancy,
      int unknown) {

    Subject subject(Analysis analysis, String baseline, String condition) {
      return new Subject(
          GroupKey.shown(experiment),
          analysis.label(),
          window.firstRounds(),
          Quantity.CAPACITY.label(),
          DetailRows.label(measure),
          null,
          baseline,
          condition);
    }
  }

  private List<EmergenceEffectRow> performance(
      Figures figures, List<GroupOutline> known, Findings findings) {
    List<GroupOutcome> outcomes =
        known.stream()
            .map(
                group ->
                    findings.lasted(group.key(), figures.window())
                        ? GroupOutcome.lasted(
                            GroupKey.shown(group.key().condition()),
                            ofNullable(group.firstError()),
                            ofNullable(figures.synergy().get(group.key())),
                            ofNullable(figures.redundancy().get(group.key())),
                            group.success())
                        : GroupOutcome.ended(
                            GroupKey.shown(group.key().condition()),
                            ofNullable(group.firstError()),
                            group.success()))
            .toList();
    PerformanceFit fit = PerformanceModel.withDefaults().fit(outcomes);
    Subject subject = figures.subject(Analysis.PERFORMANCE, null, null);
    int leftOut = fit.groupsLeftOut() + figures.unknown();
    String weights = fit.weights().status().name().toLowerCase(Locale.ROOT);
    if (fit instanceof PerformanceFit.Accepted accepted) {
      return accepted.regression().coefficients().stream()
          .map(
              one ->
                  new EmergenceEffectRow(
                      runId,
                      subject,
                      one.term(),
                      fit.groups(),
                      leftOut,
                      numbers(one, weights),
                      fit.status().name(),
                      Optional.empty()))
          .toList();
    }
    PerformanceFit.Refused refused = (PerformanceFit.Refused) fit;
    return List.of(
        new EmergenceEffectRow(
            runId,
            subject,
            PerformanceModel.INTERACTION,
            fit.groups(),
            leftOut,
            Numbers.NONE,
            fit.status().name(),
            Optional.of(refused.reason())));
  }

  private static Numbers numbers(Coefficient one, String weights) {
    Interval interval = one.interval(CONFIDENCE);
    double ratio = one.oddsRatio();
    return new Numbers(
        OptionalDouble.of(one.value()),
        OptionalDouble.of(one.standardError()),
        OptionalDouble.of(interval.low()),
        OptionalDouble.of(interval.high()),
        Double.isFinite(ratio) ? OptionalDouble.of(ratio) : OptionalDouble.empty(),
        OptionalDouble.of(one.pValue()),
        Optional.of(weights));
  }

  private List<EmergenceEffectRow> mediation(Figures figures, List<GroupOutline> known) {
    List<String> conditions =
        known.stream().map(group -> group.key().condition()).distinct().sorted().toList();
    List<EmergenceEffectRow> found = new ArrayList<>();
    for (String baseline : conditions) {
      for (String condition : conditions) {
        if (baseline.compareTo(condition) < 0) {
          found.addAll(mediation(figures, known, baseline, condition));
        }
      }
    }
    return found;
  }

  private List<EmergenceEffectRow> mediation(
      Figures figures, List<GroupOutline> known, String baseline, String condition) {
    List<GroupOutline> compared =
        known.stream()
            .filter(group -> List.of(baseline, condition).contains(group.key().condition()))
            .toList();
    List<MediatedGroup> measured =
        compared.stream()
            .filter(group -> figures.synergy().containsKey(group.key()))
            .map(
                group ->
                    new MediatedGroup(
                        group.key().condition().equals(condition),
                        figures.synergy().get(group.key()),
                        group.success()))
            .toList();
    Subject subject =
        figures.subject(Analysis.MEDIATION, GroupKey.shown(baseline), GroupKey.shown(condition));
    int leftOut = compared.size() - measured.size();
    MediationFit fit = mediation.fit(baseline + "/" + condition, measured);
    if (fit instanceof MediationFit.Accepted accepted) {
      return accepted.effects().stream()
          .map(
              one ->
                  new EmergenceEffectRow(
                      runId,
                      subject,
                      one.effect().label(),
                      measured.size(),
                      leftOut,
                      numbers(one),
                      fit.status().name(),
                      accepted.withoutIntervals()))
          .toList();
    }
    MediationFit.Refused refused = (MediationFit.Refused) fit;
    return List.of(
        new EmergenceEffectRow(
            runId,
            subject,
            MediationEffect.ACME.label(),
            measured.size(),
            leftOut,
            Numbers.NONE,
            fit.status().name(),
            Optional.of(refused.reason())));
  }

  private static Numbers numbers(EffectEstimate one) {
    return new Numbers(
        OptionalDouble.of(one.value()),
        OptionalDouble.empty(),
        one.interval().stream().mapToDouble(Interval::low).findFirst(),
        one.interval().stream().mapToDouble(Interval::high).findFirst(),
        OptionalDouble.empty(),
        one.pValue(),
        Optional.empty());
  }
}
