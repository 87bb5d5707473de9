package org.galton.study.emergence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.game.Trajectory;
import org.galton.job.draw.CellFiles;
import org.galton.job.run.Experiments;
import org.galton.job.run.RunName;
import org.galton.job.run.RunWriter;
import org.galton.study.emergence.row.EmergenceTables;
import org.galton.study.emergence.row.GroupPlace;
import org.galton.study.emergence.row.TrajectoryRow;
import org.galton.sweep.Cell;
import org.galton.sweep.CellPlan;
import org.galton.sweep.SweepSpec;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.StoredFile;
import org.galton.task.GroupGame;
import org.galton.task.Prompt;

/**
 * Writes what the players of a sweep's games contributed. The games stream through this process
 * file by file, into one file that is whole or absent.
 */
public final class TrajectoryJob {
  private final OutputFolder output;
  private final RunWriter writer;

  private record Drawn(String promptId, int rolloutIndex, String completion) {}

  public TrajectoryJob(RunWriter writer) {
    this.output = writer.output();
    this.writer = writer;
  }

  /** Writes nothing where there are no games. */
  public void run(RunName run, SweepSpec spec, List<CellPlan> cells) {
    List<CellPlan> played =
        cells.stream().filter(cell -> cell.cell().task() instanceof GroupGame).toList();
    if (!played.isEmpty()) {
      Experiments experiments = Experiments.of(spec.sweep(), cells);
      Iterable<TrajectoryRow> rows =
          () ->
              played.stream()
                  .flatMap(cell -> rows(run, spec, cell, experiments.name(cell.cell())))
                  .iterator();
      if (rows.iterator().hasNext()) {
        writer.publish(EmergenceTables.TRAJECTORIES, rows);
      }
    }
  }

  private Stream<TrajectoryRow> rows(
      RunName run, SweepSpec spec, CellPlan plan, String experiment) {
    Cell cell = plan.cell();
    GroupGame game = (GroupGame) cell.task();
    Map<String, Prompt> prompts =
        cell.prompts().stream().collect(Collectors.toMap(Prompt::id, Function.identity()));
    return CellFiles.of(output, plan).rollouts().stream()
        .flatMap(this::drawn)
        .filter(drawn -> drawn.rolloutIndex() < spec.rollouts())
        .filter(drawn -> prompts.containsKey(drawn.promptId()))
        .flatMap(
            drawn -> {
              Optional<Trajectory> trajectory =
                  game.trajectory(prompts.get(drawn.promptId()), drawn.completion());
              String suffix = spec.rollouts() == 1 ? "" : "#" + drawn.rolloutIndex();
              return trajectory.stream()
                  .flatMap(played -> rows(run, experiment, game.name(), played, suffix));
            });
  }

  private Stream<Drawn> drawn(StoredFile file) {
    return output.file(file).rows(Table.ROLLOUTS.part(Drawn.class)).stream();
  }

  private static Stream<TrajectoryRow> rows(
      RunName run, String experiment, String condition, Trajectory game, String suffix) {
    Double target = game.target().isPresent() ? game.target().getAsDouble() : null;
    GroupPlace place = new GroupPlace(experiment, condition, game.group() + suffix);
    return game.contributions().stream()
        .map(
            contribution ->
                new TrajectoryRow(
                    run.runId(),
                    place,
                    contribution.round(),
                    contribution.player(),
                    contribution.value(),
                    target,
                    game.success(),
                    null));
  }
}
