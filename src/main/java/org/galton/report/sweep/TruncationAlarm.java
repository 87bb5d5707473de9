package org.galton.report.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.report.Figures;
import org.galton.statistics.rate.Truncation;
import org.galton.sweep.SamplingNames;
import org.galton.table.PromptStatisticsRow;

/**
 * Says where so many rollouts met the token limit that the other figures are about the limit, and
 * where as many searches found nothing.
 */
final class TruncationAlarm {
  private static final int MOST_NAMED = 6;

  private record Cell(String name, Truncation truncation, boolean search) {}

  private TruncationAlarm() {}

  /** The gravest sentence first; none where no cell is above one in twenty. */
  static List<String> of(
      List<Panel> panels, List<ModelEntry> models, List<PromptStatisticsRow> statistics) {
    List<Cell> cells = new ArrayList<>();
    for (Panel panel : panels) {
      for (ModelEntry model : models) {
        truncation(panel, model, statistics)
            .map(
                cut ->
                    new Cell(
                        model.label() + " on " + panel.title(),
                        cut,
                        SamplingNames.isSearch(panel.sampling())))
            .ifPresent(cells::add);
      }
    }
    List<Cell> searches = cells.stream().filter(Cell::search).toList();
    cells.removeAll(searches);
    List<String> sentences = new ArrayList<>();
    sentence(
            cells,
            Truncation.Alarm.ALARM,
            "More than 10\u202f%% of the rollouts were cut at the token limit: %s. They count as"
                + " wrong, so these figures say more about the limit than about the model;"
                + " raise max_tokens.")
        .ifPresent(sentences::add);
    sentence(
            cells,
            Truncation.Alarm.WARN,
            "More than 5\u202f%% of the rollouts were cut at the token limit: %s. They count as"
                + " wrong, which lowers every pass rate there.")
        .ifPresent(sentences::add);
    sentence(
            searches,
            Truncation.Alarm.ALARM,
            "More than 10\u202f%% of the searches found nothing: %s. They count as wrong; more"
                + " restarts or candidates find more, and cost more.")
        .ifPresent(sentences::add);
    return sentences;
  }

  private static Optional<Truncation> truncation(
      Panel panel, ModelEntry model, List<PromptStatisticsRow> statistics) {
    long truncated = 0;
    long rollouts = 0;
    for (PromptStatisticsRow row : statistics) {
      if (panel.holds(row) && row.model().equals(model.name())) {
        truncated += row.truncated();
        rollouts += row.n();
      }
    }
    return Truncation.of(truncated, rollouts);
  }

  private static Optional<String> sentence(
      List<Cell> cells, Truncation.Alarm alarm, String sentence) {
    List<String> named =
        cells.stream()
            .filter(cell -> cell.truncation().alarm() == alarm)
            .map(cell -> Figures.percent(cell.truncation().rate()) + " of " + cell.name())
            .toList();
    if (named.isEmpty()) {
      return Optional.empty();
    }
    String list = String.join(", ", named.subList(0, Math.min(MOST_NAMED, named.size())));
    int more = named.size() - MOST_NAMED;
    return Optional.of(sentence.formatted(more > 0 ? list + " and " + more + " more" : list));
  }
}
