package org.galton.reinforce;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.hadoop.conf.Configuration;
import org.galton.model.llama.Checkpoint;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.reinforce.row.TrainingTables;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.reinforce.spec.SearchPlan;
import org.galton.search.TreeSampler;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.TableFile;

/**
 * What a training would still cost. Filters and refills are not foreseen: prompts that are drawn
 * again in place of others come on top, and those that are not learned from cost less.
 *
 * @param stepsDone whose account is stored
 * @param rollouts to draw for steps; with a search those of all probes, and one for each prompt
 *     that may become a tree
 * @param trees these
 * @param measuredRollouts to draw for evaluations; those that are stored count as well
 * @param tokensPerRollout mean of the last step stored; the token limit where there is none, of an
 *     episode that of all its turns. With a search the mean of the last steps, all nodes of trees
 *     included; without any, the most that they can have
 * @param flops of drawing for steps and of learning from all of it; of trees from as many
 *     trajectories as a prompt has rollouts
 * @param seconds at the pace of the last steps stored, evaluations not counted
 */
public record TrainingForecast(
    int stepsDone,
    int stepsLeft,
    long rollouts,
    long trees,
    long measuredRollouts,
    double tokensPerRollout,
    double flops,
    OptionalDouble seconds) {
  private static final int LAST = 10;

  /**
   * Writes nothing.
   *
   * @throws org.galton.spec.InvalidInput when the start cannot be read
   */
  public static TrainingForecast of(ReinforceSpec spec, Configuration hadoop) {
    long parameters = Checkpoint.open(spec.start()).config().parameters();
    List<TrainingStepRow> rows = stored(spec, hadoop);
    int done = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).step();
    int left = Math.max(0, spec.steps() - done);
    long prompts = (long) left * spec.promptsPerStep();
    int perPrompt = spec.search().map(plan -> plan.probe() + 1).orElse(spec.rollouts());
    double each =
        rows.isEmpty()
            ? spec.mostTokens()
            : rows.get(rows.size() - 1).rollouts().completionTokensMean().orElse(spec.mostTokens());
    double drawn =
        spec.search().map(plan -> searchedTokens(spec, plan, rows)).orElse(spec.rollouts() * each);
    OptionalDouble pace =
        rows.stream()
            .skip(Math.max(0, rows.size() - LAST))
            .mapToDouble(row -> seconds(row))
            .average();
    return new TrainingForecast(
        done,
        left,
        prompts * perPrompt,
        spec.search().isPresent() ? prompts : 0,
        measurements(spec, done)
            * spec.tasks().size()
            * spec.evaluation().prompts()
            * spec.evaluation().rollouts(),
        drawn / perPrompt,
        parameters * prompts * (2 * drawn + 6 * spec.rollouts() * each),
        pace.isPresent() ? OptionalDouble.of(pace.getAsDouble() * left) : pace);
  }

  /** Tokens that are drawn for one prompt. */
  private static double searchedTokens(
      ReinforceSpec spec, SearchPlan plan, List<TrainingStepRow> rows) {
    List<TrainingStepRow> last = rows.subList(Math.max(0, rows.size() - LAST), rows.size());
    long prompts = last.stream().mapToLong(row -> row.groups().prompts()).sum();
    if (prompts > 0) {
      return (double) last.stream().mapToLong(row -> row.rollouts().tokensDrawn()).sum() / prompts;
    }
    int maxTokens = spec.sampling().maxTokens();
    TreeSampler tree = plan.tree();
    double nodes = tree.mostBlocks(maxTokens) * tree.block();
    double most =
        tree.tokens() == 0
            ? nodes
            : Math.min(nodes, tree.tokens() + (double) tree.children() * tree.block());
    return plan.probe() * (double) maxTokens + Math.max(most, spec.rollouts() * (double) maxTokens);
  }

  private static double seconds(TrainingStepRow row) {
    return row.costs().secondsDrawn()
        + row.costs().secondsJudged()
        + row.costs().secondsLearned()
        + row.costs().secondsStored()
        + row.costs().secondsSpark().orElse(0);
  }

  private static long measurements(ReinforceSpec spec, int done) {
    long count = done == 0 && spec.evaluation().every() > 0 ? 1 : 0;
    for (int step = done + 1; step <= spec.steps(); step++) {
      count += spec.evaluation().includes(step, spec.steps()) ? 1 : 0;
    }
    return count;
  }

  private static List<TrainingStepRow> stored(ReinforceSpec spec, Configuration hadoop) {
    OutputFolder output =
        new OutputFolder(Path.of(spec.output()).toAbsolutePath().toString(), hadoop);
    List<TrainingStepRow> rows = new ArrayList<>();
    for (int step = 1; step <= spec.steps(); step++) {
      TableFile file = output.ofTraining(TrainingTables.STEPS, spec.training(), step);
      if (!file.exists()) {
        break;
      }
      rows.addAll(file.rows(TrainingTables.STEPS.rows()));
    }
    return rows;
  }
}
