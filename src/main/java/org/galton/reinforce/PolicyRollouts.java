package org.galton.reinforce;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.galton.job.draw.RolloutRows;
import org.galton.job.policy.SharedRollouts;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.reinforce.signal.RolloutJudging;
import org.galton.reinforce.signal.StepSignals;
import org.galton.reinforce.spec.RolloutForm;
import org.galton.spec.InvalidInput;
import org.galton.table.RolloutRow;
import org.galton.table.RolloutStatus;
import org.galton.table.store.Partition;
import org.galton.table.store.RolloutKey;
import org.galton.task.Prompt;
import org.galton.train.policy.Policy;
import org.galton.train.policy.TracedRollout;

/** Draws rollouts of a policy, has them judged and stores both, as a sweep does. */
final class PolicyRollouts {
  private final Policy policy;
  private final PolicyWork work;
  private final RolloutJudging judging;
  private final RolloutStore store;
  private final RolloutForm form;

  /**
   * @param form of the rollouts, which their partitions' generations know of
   */
  PolicyRollouts(
      Policy policy,
      PolicyWork work,
      RolloutJudging judging,
      RolloutStore store,
      RolloutForm form) {
    this.policy = policy;
    this.work = work;
    this.judging = judging;
    this.store = store;
    this.form = form;
  }

  private record Slot(AskedPrompt asked, int index) {}

  /**
   * One group a prompt, in the order asked; of prompts of one task.
   *
   * @throws InvalidInput when nothing could be drawn
   */
  List<DrawnGroup> draw(Partition partition, List<AskedPrompt> asked, PhaseClock clock) {
    List<Slot> slots = new ArrayList<>();
    List<List<Request>> requests = new ArrayList<>();
    for (AskedPrompt prompt : asked) {
      List<Request> own = new ArrayList<>();
      for (int index = prompt.from(); index < prompt.to(); index++) {
        RolloutKey key =
            new RolloutKey(partition.generation(), partition.task(), prompt.prompt().id(), index);
        own.add(form.request(new Request(slots.size(), prompt.prompt().text(), key.seed())));
        slots.add(new Slot(prompt, index));
      }
      requests.add(own);
    }
    TracedRollout[] drawn = new TracedRollout[slots.size()];
    RolloutRow[] byNumber = new RolloutRow[slots.size()];
    for (SharedRollouts.Placed placed : work.draw(policy, requests, form.head(), clock)) {
      Outcome outcome = placed.rollout().outcome();
      int number = (int) outcome.request().id();
      Slot slot = slots.get(number);
      drawn[number] = placed.rollout();
      byNumber[number] =
          RolloutRows.row(
              partition, slot.asked.prompt().id(), slot.index, 1, outcome, placed.device());
    }
    List<RolloutRow> rows = List.of(byNumber);
    requireSome(rows);
    int task = asked.get(0).task();
    Map<String, Prompt> prompts =
        asked.stream()
            .map(AskedPrompt::prompt)
            .collect(Collectors.toMap(Prompt::id, Function.identity()));
    StepSignals signals =
        clock.time(Phase.JUDGING, () -> judging.of(task, partition, prompts, rows));
    clock.run(Phase.STORING, () -> store.publish(partition, asked, rows, signals.byScorer()));
    return groups(partition, asked, rows, signals, drawn);
  }

  /** Where every rollout fails, going on would only fail again. */
  static void requireSome(List<RolloutRow> rows) {
    if (rows.stream().allMatch(row -> RolloutStatus.FAILED.is(row.status()))) {
      throw new InvalidInput(
          "Cannot go on training: none of %d rollouts could be drawn, the first because: %s"
              .formatted(rows.size(), rows.get(0).error()));
    }
  }

  private static List<DrawnGroup> groups(
      Partition partition,
      List<AskedPrompt> asked,
      List<RolloutRow> rows,
      StepSignals signals,
      TracedRollout[] drawn) {
    List<DrawnGroup> groups = new ArrayList<>();
    int at = 0;
    for (AskedPrompt prompt : asked) {
      List<DrawnRollout> rollouts = new ArrayList<>();
      for (int i = 0; i < prompt.rollouts(); i++, at++) {
        RolloutRow row = rows.get(at);
        rollouts.add(
            new DrawnRollout(
                row, signals.of(row.promptId(), row.rolloutIndex()), drawn[at].trace()));
      }
      groups.add(new DrawnGroup(prompt, partition.generation(), rollouts));
    }
    return groups;
  }
}
