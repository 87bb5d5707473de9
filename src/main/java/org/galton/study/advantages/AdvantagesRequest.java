package org.galton.study.advantages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.job.input.OpenedTable;

/**
 * What is asked of rollouts.
 *
 * @param input a file, or a folder of files of one format
 * @param step column that tells batches apart; one batch where there is none
 * @param rewards where they come from; without a name, by the columns that are there
 * @param settings how they become coefficients
 */
record AdvantagesRequest(
    String input, Optional<String> step, RewardSettings rewards, LossSettings settings) {

  /** Columns beside prompt and sample without which nothing can be computed. */
  List<String> needed(OpenedTable table) {
    List<String> needed = new ArrayList<>(rewards.columns());
    settings.filters().forEach(filter -> needed.addAll(filter.columns()));
    boolean hasPenalty = settings.kl().weight() > 0;
    if (table.has(RolloutReader.TRAINED) || table.has(RolloutReader.DRAWN) || hasPenalty) {
      needed.add(RolloutReader.TRAINED);
      needed.add(RolloutReader.DRAWN);
    }
    if (hasPenalty) {
      needed.add(RolloutReader.REFERENCE);
    }
    return needed;
  }

  /** With rewards of a name: those that are given in the first row, or else verdicts. */
  AdvantagesRequest decided(OpenedTable table) {
    if (rewards.name() != null) {
      return this;
    }
    boolean given = table.first(1).stream().anyMatch(row -> !row.text("reward").isEmpty());
    return new AdvantagesRequest(
        input, step, rewards.with(given ? RewardName.GIVEN : RewardName.VERDICT), settings);
  }
}
