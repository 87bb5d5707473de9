package org.galton.reinforce;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.reinforce.row.GroupSearch;
import org.galton.reinforce.row.TrainingEvaluationRow;
import org.galton.reinforce.row.TrainingGroupRow;
import org.galton.reinforce.row.TrainingSolutionRow;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.reinforce.row.TrainingTables;
import org.galton.reinforce.row.TrainingTokensRow;
import org.galton.reinforce.tree.SearchedGroup;
import org.galton.reward.budget.TaskValue;
import org.galton.reward.signal.HybridReward;
import org.galton.reward.signal.Reward;
import org.galton.table.Table;
import org.galton.table.store.Fence;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.TableFile;

/** Writes the tables of a training, a file a step; one that is there stays. */
record TrainingAccount(OutputFolder output, Fence fence, String training) {

  /** Nothing of tokens where there are none. */
  void publish(TrainingStepRow row, List<TrainingGroupRow> groups, List<TrainingTokensRow> tokens) {
    if (!tokens.isEmpty()) {
      publish(TrainingTables.TOKENS, row.step(), tokens);
    }
    publish(TrainingTables.GROUPS, row.step(), groups);
    publish(TrainingTables.STEPS, row.step(), List.of(row));
  }

  void publish(int step, List<TrainingEvaluationRow> rows) {
    publish(TrainingTables.EVALUATIONS, step, rows);
  }

  /**
   * A reward with what it remembers of the steps up to one that is stored.
   *
   * @param first of a first batch
   */
  Reward rewardAfter(int step, Reward first) {
    if (!(first instanceof HybridReward hybrid)) {
      return first;
    }
    TableFile file = output.ofTraining(TrainingTables.STEPS, training, step);
    OptionalDouble spread =
        file.exists()
            ? file.rows(TrainingTables.STEPS.rows()).get(0).rollouts().usualSpread()
            : OptionalDouble.empty();
    return spread.isPresent() ? hybrid.withUsualSpread(spread.getAsDouble()) : hybrid;
  }

  boolean isEvaluated(int step) {
    return output.ofTraining(TrainingTables.EVALUATIONS, training, step).exists();
  }

  private <R extends Record> void publish(Table<R> table, int step, List<R> rows) {
    output.ofTraining(table, training, step).publish(table, rows, () -> fence.check(output));
  }

  /**
   * @param before what was known of the prompt before the step
   */
  TrainingGroupRow row(int step, JudgedGroup group, Curriculum before) {
    DrawnGroup drawn = group.drawn();
    AskedPrompt asked = drawn.asked();
    OptionalDouble rate = before.successRate(asked.prompt().id());
    return new TrainingGroupRow(
        training,
        step,
        asked.prompt().task(),
        asked.prompt().id(),
        drawn.generation(),
        asked.from(),
        asked.rollouts(),
        before.passRate(asked.prompt().id()),
        drawn.scored().size(),
        drawn.correct(),
        (int) drawn.rollouts().stream().filter(DrawnRollout::isAbstained).count(),
        group.rewardMean(),
        group.use().text(),
        rate,
        rate.isPresent()
            ? OptionalDouble.of(TaskValue.of(asked.rollouts(), rate.getAsDouble()))
            : rate,
        drawn.search().map(TrainingAccount::columns).orElse(GroupSearch.NONE));
  }

  private static GroupSearch columns(SearchedGroup search) {
    return new GroupSearch(
        Optional.of(search.source().name().toLowerCase(Locale.ROOT)),
        OptionalInt.of(search.probe().rollouts()),
        OptionalInt.of(search.probe().correct()),
        OptionalInt.of(search.remembered()),
        OptionalLong.of(search.drawnTokens()));
  }

  /**
   * Stores solutions that a step has found, and returns them as they are stored: a step that is
   * taken again goes on with those of the first time.
   */
  List<TrainingSolutionRow> publishSolutions(int step, List<TrainingSolutionRow> found) {
    if (!found.isEmpty()) {
      publish(TrainingTables.SOLUTIONS, step, found);
    }
    return solutions(step);
  }

  /** Those of a step; none where it has found none. */
  List<TrainingSolutionRow> solutions(int step) {
    TableFile file = output.ofTraining(TrainingTables.SOLUTIONS, training, step);
    return file.exists() ? file.rows(TrainingTables.SOLUTIONS.rows()) : List.of();
  }

  /** Of the rollouts that were drawn. */
  Stream<TrainingTokensRow> tokens(int step, JudgedGroup group) {
    DrawnGroup drawn = group.drawn();
    return drawn.rollouts().stream()
        .flatMap(
            rollout -> rollout.traces().stream().map(trace -> row(step, drawn, rollout, trace)));
  }

  private TrainingTokensRow row(
      int step, DrawnGroup drawn, DrawnRollout rollout, TokenTrace trace) {
    return new TrainingTokensRow(
        training,
        step,
        drawn.asked().prompt().task(),
        drawn.asked().prompt().id(),
        drawn.generation(),
        rollout.row().rolloutIndex(),
        whole(trace.prompt()),
        whole(trace.tokens()),
        wide(trace.logprobs()),
        wide(trace.entropies()),
        trace.isInterrupted() ? OptionalInt.of(trace.insertedFrom()) : OptionalInt.empty(),
        trace.isInterrupted() ? OptionalInt.of(trace.insertedTo()) : OptionalInt.empty());
  }

  private static List<Integer> whole(long[] ids) {
    return Arrays.stream(ids).mapToObj(Math::toIntExact).toList();
  }

  private static List<Double> wide(float[] values) {
    return IntStream.range(0, values.length).mapToObj(i -> (double) values[i]).toList();
  }
}
