package org.galton.reinforce;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.reinforce.row.TrainingSolutionRow;
import org.galton.reinforce.signal.RolloutJudging;
import org.galton.reinforce.signal.StepSignals;
import org.galton.reinforce.spec.SearchPlan;
import org.galton.reinforce.tree.RememberedRollouts;
import org.galton.reinforce.tree.SearchedGroup;
import org.galton.reinforce.tree.SearchedGroup.Source;
import org.galton.reinforce.tree.SolutionCache;
import org.galton.reinforce.tree.Trajectory;
import org.galton.statistics.Tally;
import org.galton.table.RolloutRow;
import org.galton.table.store.Partition;
import org.galton.table.store.RolloutKey;
import org.galton.task.Task;

/**
 * Draws the rollouts of prompts in a training that searches. Each prompt is probed by plain
 * rollouts. One that is not hard enough goes no further. One with remembered solutions gets these,
 * and plain rollouts beside them; any other gets a tree.
 *
 * @param rollouts of a prompt's group
 * @param plain draws rollouts as without a search
 */
record SearchedRollouts(
    SearchPlan plan,
    int rollouts,
    PolicyRollouts plain,
    TreeRollouts trees,
    RolloutJudging judging,
    SolutionCache cache) {

  /**
   * Where rollouts of one task lie.
   *
   * @param plain generation of those of the policy alone
   * @param searched generation of trees
   */
  record Places(Task task, Partition plain, Partition searched) {}

  /**
   * One group a prompt, in the order asked; of prompts of one task.
   *
   * @throws org.galton.spec.InvalidInput when nothing could be drawn
   */
  List<DrawnGroup> draw(Places places, List<AskedPrompt> asked, PhaseClock clock) {
    List<Probed> probed = probed(places.plain(), asked, clock);
    List<Probed> remembered = probed.stream().filter(one -> one.is(Source.CACHE)).toList();
    List<Probed> searched = probed.stream().filter(one -> one.is(Source.TREE)).toList();
    Iterator<DrawnGroup> direct =
        ofSome(remembered, some -> plain.draw(places.plain(), some, clock));
    Iterator<TreeRollouts.Judged> drawn =
        ofSome(searched, some -> trees.draw(places.searched(), places.task(), some, clock));
    List<DrawnGroup> groups = new ArrayList<>();
    for (Probed one : probed) {
      groups.add(
          switch (one.source()) {
            case PROBE -> one.alone();
            case CACHE -> remembered(places.plain(), one, direct.next(), clock);
            case TREE -> one.tree(places.searched().generation(), drawn.next(), plan.credit());
          });
    }
    return groups;
  }

  /** Work on prompts that may be none. */
  private interface Drawing<T> {
    List<T> of(List<AskedPrompt> some);
  }

  private static <T> Iterator<T> ofSome(List<Probed> some, Drawing<T> drawing) {
    return some.isEmpty()
        ? List.<T>of().iterator()
        : drawing.of(some.stream().map(Probed::next).toList()).iterator();
  }

  private List<Probed> probed(Partition partition, List<AskedPrompt> asked, PhaseClock clock) {
    List<AskedPrompt> first = asked.stream().map(one -> one.part(0, plan.probe())).toList();
    List<Optional<DrawnGroup>> probes =
        plan.probe() == 0
            ? asked.stream().map(one -> Optional.<DrawnGroup>empty()).toList()
            : plain.draw(partition, first, clock).stream().map(Optional::of).toList();
    return IntStream.range(0, asked.size())
        .mapToObj(i -> probed(partition, asked.get(i), probes.get(i)))
        .toList();
  }

  private Probed probed(Partition partition, AskedPrompt asked, Optional<DrawnGroup> probe) {
    Tally tally = probe.map(DrawnGroup::tally).orElse(new Tally(0, 0));
    List<TrainingSolutionRow> solutions =
        cache.of(partition.task(), asked.prompt().id()).stream().limit(plan.cache()).toList();
    if (!plan.keeps(tally.correct(), tally.rollouts())) {
      return new Probed(asked, probe, Source.PROBE, List.of(), asked);
    }
    return solutions.isEmpty()
        ? new Probed(asked, probe, Source.TREE, solutions, asked.part(plan.probe(), 1))
        : new Probed(
            asked,
            probe,
            Source.CACHE,
            solutions,
            asked.part(plan.probe(), rollouts - solutions.size()));
  }

  /**
   * A prompt of which it is known where its rollouts come from.
   *
   * @param next rollouts to draw
   */
  private record Probed(
      AskedPrompt asked,
      Optional<DrawnGroup> probe,
      Source source,
      List<TrainingSolutionRow> solutions,
      AskedPrompt next) {
    boolean is(Source other) {
      return source == other;
    }

    private Tally probeTally() {
      return probe.map(DrawnGroup::tally).orElse(new Tally(0, 0));
    }

    private long probeTokens() {
      return probe.map(DrawnGroup::drawnTokens).orElse(0L);
    }

    DrawnGroup alone() {
      DrawnGroup drawn = probe.orElseThrow();
      return drawn.searched(
          new SearchedGroup(
              source,
              probeTally(),
              probeTally(),
              0,
              drawn.drawnTokens(),
              asked.rollouts(),
              List.of()));
    }

    DrawnGroup tree(String generation, TreeRollouts.Judged judged, SearchPlan.Credit credit) {
      return new DrawnGroup(next, generation, judged.rollouts())
          .searched(
              new SearchedGroup(
                  source,
                  probeTally(),
                  probeTally(),
                  0,
                  probeTokens() + judged.tree().drawnTokens(),
                  asked.rollouts(),
                  credit == SearchPlan.Credit.STEPS ? judged.tree().ends() : List.of()));
    }

    DrawnGroup withRemembered(List<DrawnRollout> known, DrawnGroup direct) {
      List<DrawnRollout> all = new ArrayList<>(known);
      all.addAll(direct.rollouts());
      Tally first = probeTally();
      return new DrawnGroup(next, direct.generation(), all)
          .searched(
              new SearchedGroup(
                  source,
                  first,
                  new Tally(
                      first.rollouts() + direct.tally().rollouts(),
                      first.correct() + direct.tally().correct()),
                  known.size(),
                  probeTokens() + direct.drawnTokens(),
                  asked.rollouts(),
                  List.of()));
    }
  }

  /**
   * Right rollouts of a step's hard prompts that are new: later steps may learn from them.
   *
   * @param training that remembers them
   */
  List<TrainingSolutionRow> found(String training, int step, List<JudgedGroup> groups) {
    List<TrainingSolutionRow> all =
        groups.stream()
            .map(JudgedGroup::drawn)
            .flatMap(group -> right(group).stream().map(one -> row(training, step, group, one)))
            .toList();
    return cache.news(all, plan.cache());
  }

  /** Of a group of which few enough are right. */
  private List<DrawnRollout> right(DrawnGroup group) {
    SearchedGroup how = group.search().orElseThrow();
    List<DrawnRollout> own =
        how.source() == Source.PROBE
            ? List.of()
            : group.rollouts().stream()
                .skip(how.remembered())
                .filter(DrawnRollout::isScored)
                .toList();
    List<DrawnRollout> right = own.stream().filter(DrawnRollout::isCorrect).toList();
    return plan.remembers(right.size(), own.size()) ? right : List.of();
  }

  private static TrainingSolutionRow row(
      String training, int step, DrawnGroup group, DrawnRollout rollout) {
    TokenTrace trace = rollout.traces().get(0);
    return RememberedRollouts.row(
        training,
        step,
        new RolloutKey(
            group.generation(),
            group.asked().prompt().task(),
            group.asked().prompt().id(),
            rollout.trajectory().isPresent() ? group.asked().from() : rollout.row().rolloutIndex()),
        rollout.trajectory().map(Trajectory::node),
        rollout.row().completion(),
        trace);
  }

  /** Remembered solutions are judged anew, as all rollouts of the group are. */
  private DrawnGroup remembered(
      Partition partition, Probed one, DrawnGroup direct, PhaseClock clock) {
    List<RolloutRow> rows = RememberedRollouts.rows(partition, one.solutions());
    String id = one.asked().prompt().id();
    StepSignals signals =
        clock.time(
            Phase.JUDGING,
            () ->
                judging.of(one.asked().task(), partition, Map.of(id, one.asked().prompt()), rows));
    List<DrawnRollout> known = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      known.add(
          new DrawnRollout(
              rows.get(i),
              signals.of(id, i),
              Optional.of(
                  RememberedRollouts.trace(one.asked().prompt().text(), one.solutions().get(i)))));
    }
    return one.withRemembered(known, direct);
  }
}
