package org.galton.reinforce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.galton.job.draw.RolloutRows;
import org.galton.job.policy.SharedRollouts;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.reinforce.episode.EpisodePlayer;
import org.galton.reinforce.episode.PlayedEpisode;
import org.galton.reinforce.signal.RolloutJudging;
import org.galton.reinforce.signal.StepSignals;
import org.galton.reinforce.spec.RolloutForm;
import org.galton.spec.InvalidInput;
import org.galton.sweep.TaskSpec;
import org.galton.table.RolloutRow;
import org.galton.table.RolloutStatus;
import org.galton.table.store.Partition;
import org.galton.table.store.RolloutKey;
import org.galton.task.Environment;
import org.galton.task.Prompt;
import org.galton.task.Task;
import org.galton.task.environment.EnvironmentTask;
import org.galton.task.team.TeamTask;
import org.galton.train.policy.Policy;

/** Draws rollouts of a policy, has them judged and stores both, as a sweep does. */
final class PolicyRollouts {
  private final Policy policy;
  private final PolicyWork work;
  private final RolloutJudging judging;
  private final RolloutStore store;
  private final RolloutForm form;
  private final List<TaskSpec> tasks;

  /**
   * @param tasks whose prompts are drawn from: those of environments are played
   * @param form of the rollouts, which their partitions' generations know of
   */
  PolicyRollouts(
      Policy policy,
      PolicyWork work,
      RolloutJudging judging,
      RolloutStore store,
      List<TaskSpec> tasks,
      RolloutForm form) {
    this.policy = policy;
    this.work = work;
    this.judging = judging;
    this.store = store;
    this.tasks = List.copyOf(tasks);
    this.form = form;
  }

  /** A rollout that is wanted. */
  private record Slot(AskedPrompt asked, RolloutKey key) {
    Prompt prompt() {
      return asked.prompt();
    }
  }

  /** What was drawn of a slot. */
  private record Drawn(Outcome outcome, String device, List<TokenTrace> traces) {}

  /**
   * One group a prompt, in the order asked; of prompts of one task.
   *
   * @throws InvalidInput when nothing could be drawn
   */
  List<DrawnGroup> draw(Partition partition, List<AskedPrompt> asked, PhaseClock clock) {
    List<Slot> slots = new ArrayList<>();
    for (AskedPrompt prompt : asked) {
      for (int index = prompt.from(); index < prompt.to(); index++) {
        slots.add(
            new Slot(
                prompt,
                new RolloutKey(
                    partition.generation(), partition.task(), prompt.prompt().id(), index)));
      }
    }
    int task = asked.get(0).task();
    List<Drawn> drawn =
        tasks.get(task).task() instanceof Environment environment
            ? clock.time(Phase.DRAWING, () -> played(environment, slots))
            : completed(slots, clock);
    List<RolloutRow> rows = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      RolloutKey key = slots.get(i).key();
      Drawn one = drawn.get(i);
      rows.add(
          RolloutRows.row(
              partition, key.promptId(), key.rolloutIndex(), 1, one.outcome(), one.device()));
    }
    requireSome(rows);
    Map<String, Prompt> prompts =
        asked.stream()
            .map(AskedPrompt::prompt)
            .collect(Collectors.toMap(Prompt::id, Function.identity()));
    StepSignals signals =
        clock.time(Phase.JUDGING, () -> judging.of(task, partition, prompts, rows));
    clock.run(Phase.STORING, () -> store.publish(partition, asked, rows, signals.byScorer()));
    return groups(partition, asked, rows, signals, drawn);
  }

  /** One completion each. */
  private List<Drawn> completed(List<Slot> slots, PhaseClock clock) {
    Map<AskedPrompt, List<Request>> requests = new LinkedHashMap<>();
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      requests
          .computeIfAbsent(slot.asked(), prompt -> new ArrayList<>())
          .add(form.request(new Request(i, slot.prompt().text(), slot.key().seed())));
    }
    Drawn[] drawn = new Drawn[slots.size()];
    for (SharedRollouts.Placed placed :
        work.draw(policy, List.copyOf(requests.values()), form.head(), clock)) {
      Outcome outcome = placed.rollout().outcome();
      drawn[(int) outcome.request().id()] =
          new Drawn(outcome, placed.device(), placed.rollout().trace().stream().toList());
    }
    return List.of(drawn);
  }

  /** Turn by turn, all episodes side by side. */
  private List<Drawn> played(Environment task, List<Slot> slots) {
    return new EpisodePlayer(new PolicyProposer(policy, work, form.head()), task, work.partners())
            .play(
                slots.stream()
                    .map(slot -> new EpisodePlayer.Wanted(slot.prompt(), slot.key().seed()))
                    .toList(),
                work.sampling())
            .stream()
            .map(one -> new Drawn(one.outcome(), PolicyWork.HERE, one.turns()))
            .toList();
  }

  /** Where every rollout fails, going on would only fail again. */
  static void requireSome(List<RolloutRow> rows) {
    if (rows.stream().allMatch(row -> RolloutStatus.FAILED.is(row.status()))) {
      throw new InvalidInput(
          "Cannot go on training: none of %d rollouts could be drawn, the first because: %s"
              .formatted(rows.size(), rows.get(0).error()));
    }
  }

  private List<DrawnGroup> groups(
      Partition partition,
      List<AskedPrompt> asked,
      List<RolloutRow> rows,
      StepSignals signals,
      List<Drawn> drawn) {
    List<DrawnGroup> groups = new ArrayList<>();
    int at = 0;
    for (AskedPrompt prompt : asked) {
      List<DrawnRollout> rollouts = new ArrayList<>();
      for (int i = 0; i < prompt.rollouts(); i++, at++) {
        RolloutRow row = rows.get(at);
        rollouts.add(
            new DrawnRollout(
                row,
                signals.of(row.promptId(), row.rolloutIndex()),
                drawn.get(at).traces(),
                Optional.empty(),
                episode(prompt, row)));
      }
      groups.add(new DrawnGroup(prompt, partition.generation(), rollouts));
    }
    return groups;
  }

  /** The rewards of its turns are those that its transcript tells, as the judge reads it. */
  private Optional<PlayedEpisode> episode(AskedPrompt prompt, RolloutRow row) {
    Task task = tasks.get(prompt.task()).task();
    if (RolloutStatus.FAILED.is(row.status())) {
      return Optional.empty();
    }
    if (task instanceof TeamTask team) {
      return team.work(prompt.prompt(), row.completion())
          .map(work -> PlayedEpisode.of(work, team.verify(prompt.prompt(), row.completion())));
    }
    return task instanceof EnvironmentTask environment
        ? environment
            .episode(prompt.prompt(), row.completion())
            .map(play -> PlayedEpisode.of(play, environment.options().discount()))
        : Optional.empty();
  }
}
