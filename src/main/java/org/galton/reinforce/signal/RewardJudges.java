package org.galton.reinforce.signal;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.job.score.FileScores;
import org.galton.reinforce.learned.LearnedScorer;
import org.galton.reinforce.signal.StepSignals.Named;
import org.galton.spec.InvalidInput;
import org.galton.table.RolloutRow;
import org.galton.table.RolloutStatus;
import org.galton.table.store.Partition;
import org.galton.table.store.RolloutKey;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.Task;
import org.galton.task.Verifier;
import org.galton.task.judge.JudgeBroken;

/** The judges that a reward names beside those of the tasks, open as long as a training lasts. */
public final class RewardJudges implements AutoCloseable {
  private final RewardPlan plan;
  private final Optional<LearnedScorer> learned;
  private final Map<Judge, Verifier> open = new HashMap<>();

  /** Rollouts of one task that were drawn, with the verdicts of the task's own judge. */
  public record Judged(
      Task task,
      Partition partition,
      Map<String, Prompt> prompts,
      List<RolloutRow> rollouts,
      Named own) {}

  /**
   * @param learned present exactly where the plan has a reward model that is learned
   * @throws InvalidInput when a judge cannot work here
   */
  public RewardJudges(RewardPlan plan, Optional<LearnedScorer> learned) {
    this.plan = plan;
    this.learned = learned;
    try {
      for (Judge judge : named(plan)) {
        Verifier verifier = judge.verifier();
        open.put(judge, verifier);
        verifier.tryOut();
      }
    } catch (JudgeBroken e) {
      close();
      throw new InvalidInput(e.getMessage() + "; nothing was drawn", e);
    }
  }

  private static List<Judge> named(RewardPlan plan) {
    List<Judge> judges = new ArrayList<>();
    if (plan.verifier() instanceof VerdictSource.OfJudge of) {
      judges.add(of.judge());
    }
    if (plan.model().orElse(null) instanceof RewardModel.OfJudge of) {
      judges.add(of.judge());
    }
    if (plan.model().orElse(null) instanceof RewardModel.Noisy noisy
        && noisy.truth() instanceof VerdictSource.OfJudge of) {
      judges.add(of.judge());
    }
    return judges.stream().distinct().toList();
  }

  /**
   * @throws InvalidInput when a judge could not judge a prompt that is trained on
   */
  public void requireUsable(Task task, List<Prompt> prompts) {
    for (Judge judge : open.keySet()) {
      long refused =
          prompts.stream()
              .filter(prompt -> prompt.reference().isBlank() || !judge.accepts(prompt))
              .count();
      if (refused > 0) {
        throw new InvalidInput(
            "Cannot reward task %s by judge %s: %d of %d references are none that it can use, expected %s; name another judge"
                .formatted(
                    task.name(),
                    judge.scorer(),
                    refused,
                    prompts.size(),
                    judge.expectedReference()));
      }
    }
  }

  /** What the verifier and the reward model say of rollouts. */
  public StepSignals of(Judged judged) {
    return new StepSignals(
        judged.own(), verdicts(plan.verifier(), judged), plan.model().map(m -> scores(m, judged)));
  }

  private Named verdicts(VerdictSource source, Judged judged) {
    String scorer = source.scorer(judged.task());
    if (source instanceof VerdictSource.OfJudge of) {
      return rows(of.judge(), judged);
    }
    if (source instanceof VerdictSource.OfForm of) {
      Pattern form = Pattern.compile(of.form());
      return new Named(
          scorer,
          judged.own().rows().stream()
              .map(row -> DerivedScores.formed(row, form, scorer))
              .toList());
    }
    return judged.own();
  }

  private Named scores(RewardModel model, Judged judged) {
    if (model instanceof RewardModel.OfJudge of) {
      return rows(of.judge(), judged);
    }
    if (model instanceof RewardModel.Learned) {
      return learned(learned.orElseThrow(), judged);
    }
    RewardModel.Noisy noisy = (RewardModel.Noisy) model;
    String scorer = noisy.scorer(judged.task());
    return new Named(
        scorer,
        verdicts(noisy.truth(), judged).rows().stream()
            .map(row -> DerivedScores.noisy(row, noisy, scorer))
            .toList());
  }

  private static Named learned(LearnedScorer scorer, Judged judged) {
    Map<RolloutKey, RolloutRow> drawn = new HashMap<>();
    judged.rollouts().forEach(row -> drawn.put(RolloutKey.of(row), row));
    String name = scorer.scorer();
    return new Named(
        name,
        judged.own().rows().stream()
            .map(
                own -> {
                  String prompt = judged.prompts().get(own.promptId()).text();
                  return DerivedScores.learned(
                      own, scorer.score(drawn.get(RolloutKey.of(own)), prompt), name);
                })
            .toList());
  }

  private Named rows(Judge judge, Judged judged) {
    FileScores scores =
        new FileScores(judged.partition(), judge, judged.prompts(), open.get(judge));
    for (RolloutRow row : judged.rollouts()) {
      if (!RolloutStatus.FAILED.is(row.status())) {
        scores.add(
            new FileScores.Rollout(
                row.promptId(), row.rolloutIndex(), row.status(), row.completion()));
      }
    }
    return new Named(judge.scorer(), scores.finish());
  }

  @Override
  public void close() {
    open.values().forEach(Verifier::close);
  }
}
