package org.galton.reinforce;

import java.util.List;
import java.util.Optional;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.reinforce.episode.PlayedEpisode;
import org.galton.reinforce.signal.RolloutSignals;
import org.galton.reinforce.tree.Trajectory;
import org.galton.table.RolloutRow;
import org.galton.table.RolloutStatus;

/**
 * A rollout with the verdict on it: that of the verifier that the training goes by.
 *
 * @param traces of its completion; of an episode those of all its turns; none where nothing was
 *     drawn
 * @param trajectory of the tree that it is drawn in; nothing for a rollout of its own
 * @param episode where it is one
 */
record DrawnRollout(
    RolloutRow row,
    RolloutSignals signals,
    List<TokenTrace> traces,
    Optional<Trajectory> trajectory,
    Optional<PlayedEpisode> episode) {
  DrawnRollout {
    traces = List.copyOf(traces);
  }

  /** A rollout of its own. */
  DrawnRollout(RolloutRow row, RolloutSignals signals, Optional<TokenTrace> trace) {
    this(row, signals, trace, Optional.empty());
  }

  /** Of one completion. */
  DrawnRollout(
      RolloutRow row,
      RolloutSignals signals,
      Optional<TokenTrace> trace,
      Optional<Trajectory> trajectory) {
    this(row, signals, trace.stream().toList(), trajectory, Optional.empty());
  }

  int toolCalls() {
    return episode.map(PlayedEpisode::calls).orElse(0);
  }

  boolean isFailed() {
    return RolloutStatus.FAILED.is(row.status());
  }

  boolean isTruncated() {
    return RolloutStatus.TRUNCATED.is(row.status());
  }

  boolean isScored() {
    return signals.isComplete();
  }

  boolean isCorrect() {
    return signals.verdict().filter(given -> Boolean.TRUE.equals(given.correct())).isPresent();
  }

  boolean isAbstained() {
    return signals.verdict().filter(given -> Boolean.TRUE.equals(given.abstained())).isPresent();
  }

  int tokens() {
    return row.completionTokens() == null ? 0 : row.completionTokens();
  }
}
