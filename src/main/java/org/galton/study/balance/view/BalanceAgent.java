package org.galton.study.balance.view;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.report.VisibleText;
import org.galton.study.balance.row.BalanceBoundRow;
import org.galton.study.balance.row.BalanceCycleRow;
import org.galton.study.balance.row.BalanceTestRow;
import org.galton.study.balance.row.LandscapeRow;
import org.galton.study.balance.row.PotentialRow;
import org.galton.study.balance.row.TransitionRow;

/** An agent by its names: its steps are counted together, and it has a landscape of its own. */
record BalanceAgent(String experiment, String condition) {
  /** Agents of one condition stand side by side. */
  static final Comparator<BalanceAgent> ORDER =
      Comparator.comparing(BalanceAgent::condition).thenComparing(BalanceAgent::experiment);

  /** What jobs write where the input names nothing. */
  private static final String UNNAMED = "all";

  static BalanceAgent of(LandscapeRow row) {
    return new BalanceAgent(row.experiment(), row.condition());
  }

  static BalanceAgent of(PotentialRow row) {
    return new BalanceAgent(row.experiment(), row.condition());
  }

  static BalanceAgent of(TransitionRow row) {
    return new BalanceAgent(row.experiment(), row.condition());
  }

  static BalanceAgent of(BalanceTestRow row) {
    return new BalanceAgent(row.experiment(), row.condition());
  }

  static BalanceAgent of(BalanceCycleRow row) {
    return new BalanceAgent(row.experiment(), row.condition());
  }

  static BalanceAgent of(BalanceBoundRow row) {
    return new BalanceAgent(row.experiment(), row.condition());
  }

  /** Its name, without what it shares with all others. */
  String name(List<BalanceAgent> all) {
    boolean conditions = all.stream().map(BalanceAgent::condition).distinct().count() > 1;
    List<String> parts = parts();
    int shared = 0;
    while (isShared(shared, all)) {
      shared++;
    }
    String own = String.join(", ", parts.subList(shared, parts.size()));
    String name =
        Stream.of(conditions || own.isEmpty() ? condition : "", own)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · "));
    boolean alone = all.stream().distinct().count() <= 1;
    return alone && name.equals(UNNAMED) ? "The agent" : VisibleText.line(name, 120);
  }

  private boolean isShared(int place, List<BalanceAgent> all) {
    return place < parts().size()
        && all.stream()
            .map(BalanceAgent::parts)
            .allMatch(
                others -> place < others.size() && others.get(place).equals(parts().get(place)));
  }

  /** The parts of its experiment: a sweep, and of model and sampling what it has several of. */
  private List<String> parts() {
    return List.of(experiment.split(", "));
  }
}
