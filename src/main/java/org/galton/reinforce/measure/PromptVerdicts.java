package org.galton.reinforce.measure;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.galton.reinforce.row.MeasuredGroup;
import org.galton.statistics.Ballot;
import org.galton.statistics.vote.MajorityVote;
import org.galton.table.ScoreRow;

/** The verdicts on the rollouts of each prompt. */
public final class PromptVerdicts {
  private static final MajorityVote VOTE = MajorityVote.withDefaults();

  private final SortedMap<String, Counted> prompts = new TreeMap<>();

  /** Of one prompt. */
  private static final class Counted {
    private final Map<String, Integer> correct = new HashMap<>();
    private final Map<String, Integer> wrong = new HashMap<>();
    private int right;
    private int silent;
    private int abstained;
    private int all;

    void add(ScoreRow score) {
      boolean isRight = Boolean.TRUE.equals(score.correct());
      right += isRight ? 1 : 0;
      abstained += Boolean.TRUE.equals(score.abstained()) ? 1 : 0;
      all++;
      if (score.answer() == null) {
        silent++;
      } else {
        (isRight ? correct : wrong).merge(score.answer(), 1, Integer::sum);
      }
    }

    double rate() {
      return (double) right / all;
    }

    double vote() {
      return VOTE.value(new Ballot(votes(correct), votes(wrong), silent)).orElse(0);
    }

    private static List<Integer> votes(Map<String, Integer> answers) {
      Collection<Integer> votes = answers.values();
      return List.copyOf(votes);
    }
  }

  /** A verdict that was given. */
  public void add(ScoreRow score) {
    prompts.computeIfAbsent(score.promptId(), id -> new Counted()).add(score);
  }

  /** Share of right rollouts of each prompt. */
  public SortedMap<String, Double> rates() {
    SortedMap<String, Double> rates = new TreeMap<>();
    prompts.forEach((prompt, counted) -> rates.put(prompt, counted.rate()));
    return rates;
  }

  /** Mean over prompts of the share of rollouts that abstain. */
  public OptionalDouble abstention() {
    return mean(counted -> (double) counted.abstained / counted.all);
  }

  /** What all rollouts of a prompt can do together. */
  public MeasuredGroup together() {
    return new MeasuredGroup(mean(counted -> counted.right > 0 ? 1 : 0), mean(Counted::vote));
  }

  private OptionalDouble mean(ToDoubleFunction<Counted> of) {
    return prompts.values().stream().mapToDouble(of).average();
  }
}
