package org.galton.study.play.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.study.play.row.TurnRow;

/** Counts turns by model, task and generation; rows come rollout by rollout, in their order. */
public final class EpisodeTally {
  private record Cell(String model, String task, String generation) {}

  private static final class Counts {
    private final String environment;
    private long episodes;
    private long won;
    private long turns;
    private long calls;
    private long formatErrors;
    private long truncated;
    private double reward;

    Counts(String environment) {
      this.environment = environment;
    }

    void add(TurnRow row) {
      episodes += row.isOpening() ? 1 : 0;
      calls += row.isCall() ? 1 : 0;
      reward += row.reward();
      if (row.isLast()) {
        turns += row.turn();
        formatErrors += row.formatError() ? 1 : 0;
        truncated += row.truncated() ? 1 : 0;
        won += row.won() ? 1 : 0;
      }
    }
  }

  private final Map<Cell, Counts> cells = new LinkedHashMap<>();

  public void add(TurnRow row) {
    cells
        .computeIfAbsent(
            new Cell(row.rollout().model(), row.rollout().task(), row.rollout().generation()),
            cell -> new Counts(row.environment()))
        .add(row);
  }

  /** In the order of the rows. */
  public List<EpisodeFigures> figures() {
    List<EpisodeFigures> figures = new ArrayList<>();
    cells.forEach(
        (cell, counts) ->
            figures.add(
                new EpisodeFigures(
                    cell.model(),
                    cell.task(),
                    cell.generation(),
                    counts.environment,
                    counts.episodes,
                    share(counts.won, counts.episodes),
                    share(counts.turns, counts.episodes),
                    counts.reward / counts.episodes,
                    share(counts.formatErrors, counts.episodes),
                    share(counts.truncated, counts.episodes),
                    share(counts.calls, counts.episodes))));
    return figures;
  }

  private static double share(long part, long whole) {
    return (double) part / whole;
  }
}
