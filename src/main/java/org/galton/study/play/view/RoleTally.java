package org.galton.study.play.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.study.play.row.TurnRow;

/** Counts the turns of teams by model, task, generation and role. */
public final class RoleTally {
  private record Cell(String model, String task, String generation) {
    static Cell of(TurnRow row) {
      return new Cell(row.rollout().model(), row.rollout().task(), row.rollout().generation());
    }
  }

  private record Place(Cell cell, String role) {}

  private static final class Counts {
    private long turns;
    private long tokens;
    private boolean isTold = true;
    private long misread;

    void add(TurnRow row) {
      turns++;
      if (row.role().equals(TurnRow.TOOL)) {
        isTold = false;
        misread += Boolean.TRUE.equals(row.toolFailed()) ? 1 : 0;
      } else {
        isTold &= row.tokens() != null;
        tokens += row.tokens() == null ? 0 : row.tokens();
        misread += row.formatError() ? 1 : 0;
      }
    }
  }

  private final Map<Cell, Long> episodes = new LinkedHashMap<>();
  private final Map<Place, Counts> roles = new LinkedHashMap<>();

  public void add(TurnRow row) {
    if (row.isOpening()) {
      episodes.merge(Cell.of(row), 1L, Long::sum);
    } else if (row.isTeams()) {
      roles.computeIfAbsent(new Place(Cell.of(row), row.role()), place -> new Counts()).add(row);
    }
  }

  /** In the order of the rows; none where no team was at work. */
  public List<RoleFigures> figures() {
    List<RoleFigures> figures = new ArrayList<>();
    roles.forEach(
        (place, counts) -> {
          double all = episodes.get(place.cell());
          figures.add(
              new RoleFigures(
                  place.cell().model(),
                  place.cell().task(),
                  place.cell().generation(),
                  place.role(),
                  counts.turns / all,
                  counts.isTold ? (Double) (counts.tokens / all) : null,
                  counts.misread / all));
        });
    return figures;
  }
}
