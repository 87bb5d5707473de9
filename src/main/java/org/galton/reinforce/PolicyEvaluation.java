package org.galton.reinforce;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.galton.reinforce.episode.EpisodeFigures;
import org.galton.reinforce.episode.PlayedEpisode;
import org.galton.reinforce.measure.PromptVerdicts;
import org.galton.reinforce.row.MeasuredEpisodes;
import org.galton.reinforce.row.MeasuredGroup;
import org.galton.reinforce.row.MeasuredRate;
import org.galton.reinforce.row.TrainingEvaluationRow;
import org.galton.reinforce.spec.EvaluationPlan;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.spec.InvalidInput;
import org.galton.spec.ValueType;
import org.galton.statistics.Estimate;
import org.galton.statistics.error.PromptMean;
import org.galton.statistics.test.PairedComparison;
import org.galton.table.RolloutRow;
import org.galton.table.RolloutStatus;
import org.galton.table.ScoreRow;
import org.galton.table.ScoreStatus;
import org.galton.table.store.Partition;
import org.galton.table.store.RolloutKey;
import org.galton.task.Environment;
import org.galton.task.Prompt;
import org.galton.task.environment.EnvironmentTask;
import org.galton.task.team.TeamTask;
import org.galton.train.policy.Policy;
import org.galton.train.policy.TokenScorer;

/**
 * Measures policies on prompts that they are not trained on, against the start on the same prompts.
 * What is stored is not drawn again.
 */
final class PolicyEvaluation {
  private static final int SHARD = 4096;

  private final ReinforceSpec spec;
  private final PolicyRollouts rollouts;
  private final RolloutStore store;
  private final PolicyVersions versions;
  private final Policy policy;
  private final TokenScorer scorer;
  private final List<List<Prompt>> prompts;
  private final Map<Integer, Start> starts = new HashMap<>();

  /** What the start did on the prompts of a task. */
  private record Start(Map<String, Double> rates, StartAnswers answers) {}

  /** Shares of right rollouts by prompt, the right ones, and what else was seen. */
  private record Measured(
      Map<String, Double> rates,
      List<RolloutRow> right,
      OptionalDouble abstention,
      MeasuredGroup group,
      MeasuredEpisodes episodes,
      long completions,
      long tokens,
      long truncated,
      double seconds) {}

  /**
   * @param policy that is measured, with the weights of the start at the first measurement
   * @param scorer of this policy, without temperature
   */
  PolicyEvaluation(
      ReinforceSpec spec,
      Policy policy,
      TokenScorer scorer,
      PolicyRollouts rollouts,
      RolloutStore store,
      PolicyVersions versions) {
    this.policy = policy;
    this.scorer = scorer;
    this.spec = spec;
    this.versions = versions;
    this.rollouts = rollouts;
    this.store = store;
    EvaluationPlan plan = spec.evaluation();
    this.prompts =
        plan.every() == 0
            ? spec.tasks().stream().map(task -> List.<Prompt>of()).toList()
            : spec.tasks().stream()
                .map(task -> task.task().prompts(plan.split(), plan.prompts(), spec.seed()))
                .toList();
  }

  /** The prompts of a task that policies are measured on. */
  List<Prompt> prompts(int task) {
    return prompts.get(task);
  }

  /**
   * @throws InvalidInput when a policy would be measured on what it is trained on
   */
  void requireDisjoint(int task, List<Prompt> trained) {
    Set<String> ids = trained.stream().map(Prompt::id).collect(Collectors.toSet());
    long shared = prompts.get(task).stream().filter(prompt -> ids.contains(prompt.id())).count();
    if (shared > 0) {
      throw new InvalidInput(
          "Cannot measure on task %s: %d of its %d prompts are trained on, as its file has no splits; set evaluate.every to 0 and sweep over the checkpoints with another file"
              .formatted(spec.tasks().get(task).task().name(), shared, prompts.get(task).size()));
    }
  }

  /** A row a task; the start comes before all others. */
  List<TrainingEvaluationRow> measure(Totals totals, PolicyVersion version, PhaseClock clock) {
    List<TrainingEvaluationRow> rows = new ArrayList<>();
    for (int task = 0; task < spec.tasks().size(); task++) {
      Partition partition = versions.partition(version, task);
      Measured measured = measured(task, partition, clock);
      if (totals.step() == 0) {
        starts.put(
            task,
            new Start(
                measured.rates(),
                new StartAnswers(policy, scorer, prompts.get(task), answers(task, measured))));
      }
      rows.add(row(totals, task, partition, measured));
    }
    return rows;
  }

  /** Right completions; an episode is no completion whose probability could be computed anew. */
  private List<RolloutRow> answers(int task, Measured measured) {
    return spec.tasks().get(task).task() instanceof Environment ? List.of() : measured.right();
  }

  private Measured measured(int task, Partition partition, PhaseClock clock) {
    double began = clock.seconds(Phase.EVALUATING);
    String scorer = spec.tasks().get(task).task().scorer();
    clock.run(
        Phase.EVALUATING,
        () -> {
          for (List<AskedPrompt> shard : shards(missing(task, store.scores(partition, scorer)))) {
            rollouts.draw(partition, shard, new PhaseClock());
          }
        });
    PromptVerdicts verdicts = new PromptVerdicts();
    Set<RolloutKey> right = new HashSet<>();
    Set<String> wanted = prompts.get(task).stream().map(Prompt::id).collect(Collectors.toSet());
    for (ScoreRow score : store.scores(partition, scorer)) {
      if (isWanted(wanted, score.promptId(), score.rolloutIndex())
          && !ScoreStatus.UNSCORED.is(score.status())) {
        verdicts.add(score);
        if (Boolean.TRUE.equals(score.correct())) {
          right.add(RolloutKey.of(score));
        }
      }
    }
    List<RolloutRow> drawn =
        store.rollouts(partition).stream()
            .filter(row -> isWanted(wanted, row.promptId(), row.rolloutIndex()))
            .toList();
    return new Measured(
        verdicts.rates(),
        drawn.stream().filter(row -> right.contains(RolloutKey.of(row))).toList(),
        verdicts.abstention(),
        verdicts.together(),
        episodes(task, drawn),
        drawn.size(),
        drawn.stream().mapToLong(RolloutRow::completionTokens).sum(),
        drawn.stream().filter(row -> RolloutStatus.TRUNCATED.is(row.status())).count(),
        clock.seconds(Phase.EVALUATING) - began);
  }

  private MeasuredEpisodes episodes(int task, List<RolloutRow> drawn) {
    Map<String, Prompt> byId = new HashMap<>();
    prompts.get(task).forEach(prompt -> byId.put(prompt.id(), prompt));
    if (spec.tasks().get(task).task() instanceof TeamTask team) {
      return EpisodeFigures.ofTeams(
          drawn.stream()
              .flatMap(
                  row ->
                      team
                          .work(byId.get(row.promptId()), row.completion())
                          .map(
                              work ->
                                  PlayedEpisode.of(
                                      work,
                                      team.verify(byId.get(row.promptId()), row.completion())))
                          .stream())
              .toList());
    }
    if (!(spec.tasks().get(task).task() instanceof EnvironmentTask environment)) {
      return MeasuredEpisodes.NONE;
    }
    return EpisodeFigures.of(
        drawn.stream()
            .map(row -> environment.episode(byId.get(row.promptId()), row.completion()))
            .flatMap(Optional::stream)
            .toList());
  }

  private boolean isWanted(Set<String> wanted, String promptId, int rolloutIndex) {
    return rolloutIndex < spec.evaluation().rollouts() && wanted.contains(promptId);
  }

  /** Runs of rollouts without a verdict, prompt by prompt in the order of files. */
  private List<AskedPrompt> missing(int task, List<ScoreRow> stored) {
    Map<String, BitSet> there = new HashMap<>();
    stored.forEach(
        score ->
            there.computeIfAbsent(score.promptId(), id -> new BitSet()).set(score.rolloutIndex()));
    int each = spec.evaluation().rollouts();
    List<AskedPrompt> missing = new ArrayList<>();
    for (Prompt prompt :
        prompts.get(task).stream().sorted(Comparator.comparing(Prompt::id)).toList()) {
      BitSet has = there.getOrDefault(prompt.id(), new BitSet());
      for (int from = has.nextClearBit(0); from < each; ) {
        int next = has.nextSetBit(from);
        int to = next < 0 ? each : Math.min(each, next);
        missing.add(new AskedPrompt(task, prompt, from, to));
        from = has.nextClearBit(to);
      }
    }
    return missing;
  }

  private static List<List<AskedPrompt>> shards(List<AskedPrompt> missing) {
    List<List<AskedPrompt>> shards = new ArrayList<>();
    int room = 0;
    for (AskedPrompt asked : missing) {
      if (room < asked.rollouts() || shards.isEmpty()) {
        shards.add(new ArrayList<>());
        room = SHARD;
      }
      shards.get(shards.size() - 1).add(asked);
      room -= asked.rollouts();
    }
    return shards;
  }

  private TrainingEvaluationRow row(
      Totals totals, int task, Partition partition, Measured measured) {
    Start first = starts.get(task);
    Map<String, Double> start = first.rates();
    List<String> shared =
        measured.rates().keySet().stream().filter(start::containsKey).sorted().toList();
    double[] now = shared.stream().mapToDouble(measured.rates()::get).toArray();
    double[] then = shared.stream().mapToDouble(start::get).toArray();
    Estimate rate =
        PromptMean.withDefaults()
            .of(
                measured.rates().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .mapToDouble(Map.Entry::getValue)
                    .toArray(),
                0);
    return new TrainingEvaluationRow(
        spec.training(),
        totals.step(),
        partition.model(),
        partition.task(),
        ValueType.written(spec.evaluation().split()),
        partition.generation(),
        measured.rates().size(),
        spec.evaluation().rollouts(),
        MeasuredRate.of(rate),
        MeasuredRate.of(PairedComparison.withDefaults().of(now, then).difference()),
        measured.abstention(),
        (double) measured.tokens() / Math.max(1, measured.completions()),
        (double) measured.truncated() / Math.max(1, measured.completions()),
        totals.flops(versions.start().parameters()),
        measured.seconds(),
        first.answers().now(),
        measured.group(),
        measured.episodes());
  }
}
