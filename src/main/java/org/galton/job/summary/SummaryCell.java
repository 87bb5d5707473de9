package org.galton.job.summary;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.galton.job.draw.RolloutResult;
import org.galton.job.figure.CellLabel;
import org.galton.job.run.PromptFamily;
import org.galton.job.run.RunName;
import org.galton.sweep.Cell;
import org.galton.sweep.CellPlan;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.VerifierUse;
import org.galton.table.store.Partition;

/**
 * A cell that a run is to summarize.
 *
 * @param prompts sorted by id
 * @param wanted rollouts; absent where none were asked for, and those that are there are meant
 * @param drawn by this run
 * @param verifier what searches of this run asked for while they drew, where there is a sampler
 * @param staged where there are two stages
 */
public record SummaryCell(
    CellLabel label,
    Partition partition,
    List<PromptFamily> prompts,
    OptionalLong wanted,
    RolloutResult.Drawn drawn,
    Optional<VerifierUse> verifier,
    Optional<StagedCell> staged) {

  /** Whose rollouts are drawn in one stage, without a sampler. */
  public SummaryCell(
      CellLabel label,
      Partition partition,
      List<PromptFamily> prompts,
      OptionalLong wanted,
      RolloutResult.Drawn drawn) {
    this(label, partition, prompts, wanted, drawn, Optional.empty(), Optional.empty());
  }

  /** Of a sweep. */
  public static List<SummaryCell> of(
      RunName run, SweepSpec spec, List<CellPlan> cells, RolloutResult drawn) {
    return IntStream.range(0, cells.size())
        .mapToObj(
            i -> {
              CellPlan plan = cells.get(i);
              Cell cell = plan.cell();
              return new SummaryCell(
                  CellLabel.of(run, cell),
                  plan.partition(),
                  cell.prompts().stream().map(p -> new PromptFamily(p.id(), p.cluster())).toList(),
                  OptionalLong.of(plan.wanted()),
                  drawn.cells().get(i),
                  cell.sampler().map(sampler -> drawn.cells().get(i).verifier()),
                  spec.budget()
                      .map(
                          budget ->
                              new StagedCell(plan.quota(), budget.weights(cell.prompts().size()))));
            })
        .toList();
  }

  TallyScan.Judged judged() {
    return new TallyScan.Judged(partition, label.scorer());
  }

  /** As messages call it. */
  String name() {
    return label.model() + ", " + label.task() + ", " + label.sampling();
  }
}
