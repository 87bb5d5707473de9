package org.galton.reinforce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.galton.job.draw.RolloutRows;
import org.galton.job.draw.SearchRows;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.search.SearchModel;
import org.galton.model.search.SearchReport;
import org.galton.model.search.SearchedPrompt;
import org.galton.reinforce.signal.RolloutJudging;
import org.galton.reinforce.signal.StepSignals;
import org.galton.reinforce.tree.DrawnTree;
import org.galton.reinforce.tree.Trajectory;
import org.galton.search.TreeSampler;
import org.galton.table.RolloutRow;
import org.galton.table.SearchNodesRow;
import org.galton.table.SearchesRow;
import org.galton.table.store.Partition;
import org.galton.table.store.RolloutKey;
import org.galton.task.Prompt;
import org.galton.task.Task;

/**
 * Draws a tree for each prompt, which is one rollout of a search, and stores it as a sweep does.
 *
 * @param proposer draws steps
 * @param sampling of whole completions
 */
record TreeRollouts(
    PolicyProposer proposer,
    Sampling sampling,
    TreeSampler sampler,
    RolloutJudging judging,
    RolloutStore store) {
  private static final String DEVICE = "cpu";

  /**
   * The tree of a prompt with the verdicts on its trajectories.
   *
   * @param rollouts a row each, numbered within the tree, that is not stored; the failed rollout
   *     where the tree could not be drawn
   */
  record Judged(DrawnTree tree, List<DrawnRollout> rollouts) {}

  /** What the stored tables have of the trees, beside their rollouts. */
  record Stored(List<SearchesRow> searches, List<SearchNodesRow> nodes) {}

  /**
   * One tree a prompt, in the order asked; of prompts of one task, one rollout asked for of each.
   *
   * @throws org.galton.spec.InvalidInput when nothing could be drawn
   */
  List<Judged> draw(Partition partition, Task task, List<AskedPrompt> asked, PhaseClock clock) {
    Map<Long, SearchReport> reports = new HashMap<>();
    Outcome[] outcomes = new Outcome[asked.size()];
    List<Request> requests = new ArrayList<>();
    for (AskedPrompt prompt : asked) {
      requests.add(
          new Request(requests.size(), prompt.prompt().text(), key(partition, prompt).seed()));
    }
    SearchModel model =
        new SearchModel(
            proposer,
            sampler,
            request -> searched(task, asked.get((int) request.id()).prompt()),
            (request, report) -> reports.put(request.id(), report));
    clock.run(
        Phase.DRAWING,
        () ->
            model.generate(
                requests.iterator(),
                sampling,
                outcome -> outcomes[(int) outcome.request().id()] = outcome));
    List<RolloutRow> rows = new ArrayList<>();
    List<SearchesRow> searches = new ArrayList<>();
    List<SearchNodesRow> nodes = new ArrayList<>();
    List<Optional<DrawnTree>> trees = new ArrayList<>();
    for (int i = 0; i < outcomes.length; i++) {
      RolloutKey key = key(partition, asked.get(i));
      rows.add(
          RolloutRows.row(partition, key.promptId(), key.rolloutIndex(), 1, outcomes[i], DEVICE));
      SearchReport report = reports.get((long) i);
      if (report != null) {
        searches.add(SearchRows.row(partition.model(), key, sampler, sampling.maxTokens(), report));
        for (int node = 0; node < report.nodes().size(); node++) {
          nodes.add(SearchRows.row(partition.model(), key, node, report.nodes().get(node)));
        }
      }
      Request request = requests.get(i);
      trees.add(Optional.ofNullable(report).map(some -> DrawnTree.of(request, some)));
    }
    PolicyRollouts.requireSome(rows);
    Map<String, Prompt> prompts =
        asked.stream()
            .map(AskedPrompt::prompt)
            .collect(Collectors.toMap(Prompt::id, prompt -> prompt));
    int number = asked.get(0).task();
    StepSignals signals =
        clock.time(Phase.JUDGING, () -> judging.of(number, partition, prompts, rows));
    clock.run(
        Phase.STORING,
        () ->
            store.publish(partition, asked, rows, signals.byScorer(), new Stored(searches, nodes)));
    return clock.time(
        Phase.JUDGING, () -> judged(partition, number, prompts, rows, signals, trees));
  }

  private static RolloutKey key(Partition partition, AskedPrompt prompt) {
    return new RolloutKey(
        partition.generation(), partition.task(), prompt.prompt().id(), prompt.from());
  }

  /** Values of partial completions are not asked for. */
  private static SearchedPrompt searched(Task task, Prompt prompt) {
    return new SearchedPrompt(
        "task %s, prompt %s".formatted(task.name(), prompt.id()),
        partial -> 1,
        completion -> task.verify(prompt, completion).correct() ? 1 : 0);
  }

  private List<Judged> judged(
      Partition partition,
      int task,
      Map<String, Prompt> prompts,
      List<RolloutRow> rows,
      StepSignals signals,
      List<Optional<DrawnTree>> trees) {
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      RolloutRow row = rows.get(i);
      judged.add(
          trees
              .get(i)
              .map(tree -> judged(partition, task, prompts, row.promptId(), tree))
              .orElseGet(() -> failed(row, signals)));
    }
    return judged;
  }

  private static Judged failed(RolloutRow row, StepSignals signals) {
    return new Judged(
        new DrawnTree(List.of(), List.of(), 0),
        List.of(
            new DrawnRollout(
                row, signals.of(row.promptId(), row.rolloutIndex()), Optional.empty())));
  }

  private Judged judged(
      Partition partition, int task, Map<String, Prompt> prompts, String promptId, DrawnTree tree) {
    List<RolloutRow> rows = new ArrayList<>();
    for (Trajectory one : tree.trajectories()) {
      rows.add(RolloutRows.row(partition, promptId, rows.size(), 1, one.completion(), DEVICE));
    }
    StepSignals signals = judging.of(task, partition, prompts, rows);
    List<DrawnRollout> rollouts = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Trajectory one = tree.trajectories().get(i);
      rollouts.add(
          new DrawnRollout(
              rows.get(i), signals.of(promptId, i), Optional.of(one.trace()), Optional.of(one)));
    }
    return new Judged(tree, rollouts);
  }
}
