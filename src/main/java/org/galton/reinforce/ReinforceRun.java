package org.galton.reinforce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.job.run.PromptTable;
import org.galton.model.Sampling;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.reinforce.row.TrainingEvaluationRow;
import org.galton.reinforce.row.TrainingGroupRow;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.reinforce.row.TrainingTokensRow;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.reinforce.spec.RolloutForm;
import org.galton.reinforce.tree.SolutionCache;
import org.galton.reward.signal.Reward;
import org.galton.spec.InvalidInput;
import org.galton.sweep.KeptDetail;
import org.galton.sweep.TaskSpec;
import org.galton.table.store.Fence;
import org.galton.table.store.OutputFolder;
import org.galton.train.policy.Learned;
import org.galton.train.policy.Learner;
import org.galton.train.policy.TokenScorer;

/** The steps of a training, by the holder of its output. */
final class ReinforceRun {
  private final ReinforceSpec spec;
  private final Policies policies;
  private final TrainingNews news;
  private final PolicyWork work;
  private final Learner learner;
  private final Optional<TokenScorer> reference;
  private final Curriculum curriculum;
  private final PolicyVersions versions;
  private final SolutionCache solutions = new SolutionCache();
  private final Optional<SearchedRollouts> searched;
  private final StepDrawing drawing;
  private final PolicyEvaluation evaluation;
  private final PastPolicies past;
  private final SavedTraining saved;
  private final TrainingAccount account;
  private final PhaseClock clock = new PhaseClock();
  private Totals totals = Totals.NONE;
  private Reward reward;

  ReinforceRun(
      ReinforceSpec spec,
      Sampling sampling,
      Policies policies,
      PolicyWork work,
      TaskJudges judges,
      OutputFolder output,
      Fence fence,
      TrainingNews news) {
    this.spec = spec;
    this.policies = policies;
    this.news = news;
    this.work = work;
    this.learner =
        spec.learning()
            .lowRank()
            .map(form -> new Learner(policies.learner(), work.options(), form, spec.seed()))
            .orElseGet(() -> new Learner(policies.learner(), work.options()));
    this.reference = policies.reference().map(start -> new TokenScorer(start, work.options()));
    this.curriculum =
        new Curriculum(
            spec.tasks(), spec.objective().filters().retirements(), spec.budget(), spec.seed());
    this.versions = new PolicyVersions(spec, sampling, policies.learner().start(), work.partners());
    RolloutStore store = new RolloutStore(output, fence, sampling);
    PolicyRollouts rollouts =
        new PolicyRollouts(
            policies.drawer(), work, judges::signals, store, spec.tasks(), spec.rolloutForm());
    this.searched =
        spec.search()
            .map(
                plan ->
                    new SearchedRollouts(
                        plan,
                        spec.rollouts(),
                        rollouts,
                        new TreeRollouts(
                            new PolicyProposer(policies.drawer(), work, spec.head().drawing()),
                            sampling,
                            plan.tree(),
                            judges::signals,
                            store),
                        judges::signals,
                        solutions));
    this.drawing =
        new StepDrawing(spec, curriculum, rollouts, searched, versions.with(spec.rolloutForm()));
    this.evaluation =
        new PolicyEvaluation(
            spec,
            policies.learner(),
            new TokenScorer(policies.learner(), work.options().untempered()),
            new PolicyRollouts(
                policies.learner(), work, judges::verdicts, store, spec.tasks(), RolloutForm.PLAIN),
            store,
            versions);
    this.past = new PastPolicies(spec, policies.drawer());
    this.saved = new SavedTraining(spec, sampling, policies.learner().start().digest());
    this.account = new TrainingAccount(output, fence, spec.training());
    this.reward = spec.objective().reward().reward();
    for (int task = 0; task < spec.tasks().size(); task++) {
      judges.requireUsable(task, curriculum.prompts(task));
    }
    storePrompts(new PromptTable(output), fence);
  }

  private void storePrompts(PromptTable prompts, Fence fence) {
    for (int task = 0; task < spec.tasks().size(); task++) {
      TaskSpec asked = spec.tasks().get(task);
      evaluation.requireDisjoint(task, curriculum.prompts(task));
      prompts.add(asked.task().name(), curriculum.prompts(task), fence);
      prompts.add(asked.task().name(), evaluation.prompts(task), fence);
    }
  }

  /** Takes the steps that are missing, and tells what that took. */
  ReinforceResult toTheEnd() {
    PhaseClock whole = new PhaseClock();
    int taken = whole.time(Phase.ALL_ELSE, this::steps);
    Map<Phase, Spent> spent = new EnumMap<>(Phase.class);
    for (Phase phase : Phase.values()) {
      spent.put(phase, clock.spent(phase));
    }
    return new ReinforceResult(
        versions.written(totals.step()), taken, spent, whole.spent(Phase.ALL_ELSE));
  }

  private int steps() {
    if (spec.evaluation().every() > 0) {
      // Before the saved weights take the place of the start's; what is stored is only read.
      measure();
    }
    if (saved.exists()) {
      files(() -> totals = saved.restore(learner, curriculum, solutions, account::solutions));
      reward = account.rewardAfter(totals.step(), reward);
      news.resumed(totals.step());
    }
    int first = totals.step();
    long began = System.nanoTime();
    double measured = clock.seconds(Phase.EVALUATING);
    measureIfDue();
    while (totals.step() < spec.steps()) {
      TrainingStepRow row = step(totals.step() + 1);
      double elapsed =
          (System.nanoTime() - began) / 1e9 + measured - clock.seconds(Phase.EVALUATING);
      double each = elapsed / (totals.step() - first);
      news.stepped(row, spec.steps(), each * (spec.steps() - row.step()));
      measureIfDue();
    }
    return totals.step() - first;
  }

  private TrainingStepRow step(int step) {
    Totals before = totals;
    PhaseClock own = new PhaseClock();
    PolicyVersion version = own.time(Phase.STORING, () -> drawnFrom(step));
    StepReward stepReward = new StepReward(step, reward);
    List<JudgedGroup> groups = drawing.draw(version, stepReward, own);
    double rate = spec.learning().rate(step);
    Optional<StepBatch> batch = own.time(Phase.LEARNING, () -> batch(groups));
    Optional<Learned> learned =
        batch.map(some -> work.learn(policies.learner(), learner, some, rate, own));
    batch.ifPresent(some -> requireFinite(step, some.objective(), learned.orElseThrow()));
    List<TrainingGroupRow> groupRows =
        groups.stream().map(group -> account.row(step, group, curriculum)).toList();
    groups.forEach(group -> curriculum.remember(group.drawn()));
    totals = before.after(groups, batch, own);
    reward = stepReward.after(groups);
    own.run(
        Phase.STORING,
        () ->
            searched.ifPresent(
                some ->
                    solutions.add(
                        account.publishSolutions(
                            step, some.found(spec.training(), step, groups)))));
    TrainingStepRow row =
        new TrainingStepRow(
            spec.training(),
            step,
            version.digest(),
            past.staleness(step),
            StepFigures.groups(groups),
            StepFigures.rollouts(groups, reward),
            StepFigures.learning(rate, batch.map(StepBatch::objective), learned),
            StepFigures.costs(before, totals, policies.learner().start().parameters(), own),
            BudgetFigures.of(groupRows),
            StepFigures.interrupted(groups),
            StepFigures.search(groups, solutions.size()),
            StepFigures.episodes(groups));
    List<TrainingTokensRow> tokenRows =
        spec.keep().contains(KeptDetail.TOKENS)
            ? groups.stream().flatMap(group -> account.tokens(step, group)).toList()
            : List.of();
    own.run(Phase.STORING, () -> files(() -> store(row, groupRows, tokenRows)));
    clock.add(own);
    return row;
  }

  /** The policy that a step's rollouts are drawn from. */
  private PolicyVersion drawnFrom(int step) {
    return past.isNeeded()
        ? versions.of(past.load(step), policies.drawer())
        : versions.of(totals.changed(), policies.learner());
  }

  private Optional<StepBatch> batch(List<JudgedGroup> groups) {
    List<JudgedGroup> kept = groups.stream().filter(JudgedGroup::isKept).toList();
    return StepBatch.of(spec.objective(), kept, this::reference);
  }

  private Optional<BatchObjective.Reference> reference(List<TokenTrace> traces) {
    return reference.map(
        start -> new BatchObjective.Reference(spec.learning().kl(), start.logprobs(traces)));
  }

  private void requireFinite(int step, BatchObjective objective, Learned learned) {
    if (!objective.isFinite() || !learned.isFinite()) {
      throw new InvalidInput(
          "Cannot go on training at step %d: the loss is %s, the norm of its gradient %s, the largest ratio %s%s; the state after step %d is kept; lower learning_rate"
              .formatted(
                  step,
                  objective.isFinite() ? Double.toString(-objective.objective()) : "not a number",
                  learned.gradientNorm(),
                  objective.ratioMax(),
                  learned.weights() == Learned.Weights.BROKEN
                      ? ", and its weights would not be numbers"
                      : "",
                  step - 1));
    }
  }

  /** The state comes last: without it, all of this is done again. */
  private void store(
      TrainingStepRow row, List<TrainingGroupRow> groups, List<TrainingTokensRow> tokens)
      throws IOException {
    if (spec.hasCheckpoint(row.step())) {
      versions.write(policies.learner(), learner, totals);
    }
    account.publish(row, groups, tokens);
    past.keep(policies.learner(), totals);
    saved.save(learner, totals, curriculum, solutions.size());
    past.forget(row.step());
  }

  private void measureIfDue() {
    int step = totals.step();
    if (step > 0 && spec.evaluation().includes(step, spec.steps()) && !account.isEvaluated(step)) {
      measure();
    }
  }

  private void measure() {
    List<TrainingEvaluationRow> rows =
        evaluation.measure(totals, versions.of(totals.changed(), policies.learner()), clock);
    if (!account.isEvaluated(totals.step())) {
      account.publish(totals.step(), rows);
      rows.forEach(news::evaluated);
    }
  }

  /** Reads or writes files on this machine. */
  private interface FileWork {
    void run() throws IOException;
  }

  private void files(FileWork work) {
    try {
      work.run();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read or write in " + spec.output(), e);
    }
  }
}
