package org.galton.study.emergence;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.GroupTrajectory;
import org.galton.emergence.Statistic;
import org.galton.emergence.diagnosis.GroupDiagnostics;
import org.galton.information.PidMeasure;

/**
 * Further replicates of a unit, for the statistics that are not decided yet.
 *
 * @param from the first replicate
 * @param to the one after the last
 */
record Extension(UnitKey key, int from, int to, List<Statistic> statistics)
    implements Serializable {

  Extension between(int first, int end) {
    return new Extension(key, first, end, statistics);
  }

  /** Replicates that reach the group's own value, in the order of the statistics. */
  int[] exceedances(GroupTrajectory whole, EmergenceSettings settings) {
    EmergenceSettings needed = settings.withMeasures(measures(settings));
    int[] all =
        GroupDiagnostics.with(needed)
            .exceedances(key.window().of(whole).orElseThrow(), key.model(), from, to);
    List<Statistic> order = needed.statistics();
    return statistics.stream().mapToInt(statistic -> all[order.indexOf(statistic)]).toArray();
  }

  /** Others would be computed for nothing; one there must be. */
  private List<PidMeasure> measures(EmergenceSettings settings) {
    List<PidMeasure> open =
        statistics.stream().map(Statistic::measure).flatMap(Optional::stream).distinct().toList();
    return open.isEmpty() ? settings.measures().subList(0, 1) : open;
  }
}
