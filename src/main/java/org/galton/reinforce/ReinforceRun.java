package org.galton.reinforce;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.galton.job.run.PromptTable;
import org.galton.model.Sampling;
import org.galton.reinforce.row.TrainingEvaluationRow;
import org.galton.reinforce.row.TrainingGroupRow;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.reinforce.row.TrainingTables;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.reward.filter.DynamicSampling;
import org.galton.spec.InvalidInput;
import org.galton.sweep.TaskSpec;
import org.galton.table.store.Fence;
import org.galton.table.store.Fingerprint;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;
import org.galton.task.kind.TaskKinds;
import org.galton.train.policy.Learned;
import org.galton.train.policy.Learner;
import org.galton.train.policy.LearnerOptions;
import org.galton.train.policy.Policy;

/** The steps of a training, by the holder of its output. */
final class ReinforceRun {
  private final ReinforceSpec spec;
  private final Sampling sampling;
  private final Policy policy;
  private final OutputFolder output;
  private final Fence fence;
  private final TrainingNews news;
  private final Path folder;
  private final Path state;
  private final Learner learner;
  private final Curriculum curriculum;
  private final GroupSelection selection;
  private final PolicyRollouts rollouts;
  private final PolicyEvaluation evaluation;
  private final PhaseClock clock = new PhaseClock();
  private final PolicyVersion start;
  private Totals totals = Totals.NONE;

  ReinforceRun(
      ReinforceSpec spec,
      Sampling sampling,
      Policy policy,
      TaskJudges judges,
      OutputFolder output,
      Fence fence,
      TrainingNews news) {
    this.spec = spec;
    this.sampling = sampling;
    this.policy = policy;
    this.output = output;
    this.fence = fence;
    this.news = news;
    this.folder = Path.of(spec.output());
    this.state = folder.resolve("training-state.safetensors");
    this.learner =
        new Learner(
            policy,
            new LearnerOptions(
                spec.learning().optimizer(),
                sampling.temperature(),
                spec.machine().batchTokens()));
    this.curriculum = new Curriculum(spec.tasks(), spec.seed());
    this.selection = new GroupSelection(spec.objective());
    RolloutStore store = new RolloutStore(output, fence, sampling);
    this.rollouts = new PolicyRollouts(policy, sampling, spec.machine(), judges, store);
    this.evaluation = new PolicyEvaluation(spec, rollouts, store);
    this.start = new PolicyVersion(spec.start(), policy.start().digest());
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
        checkpoint(totals.step()), taken, spent, whole.spent(Phase.ALL_ELSE));
  }

  private int steps() {
    long began = System.nanoTime();
    storePrompts();
    boolean resumes = Files.exists(state);
    if (!resumes && spec.evaluation().every() > 0) {
      measure(0);
    }
    if (resumes) {
      if (spec.evaluation().every() > 0) {
        measureStartAgain();
      }
      restore();
      news.resumed(totals.step());
    }
    int first = totals.step();
    measureIfDue();
    while (totals.step() < spec.steps()) {
      step(totals.step() + 1);
      double elapsed =
          (System.nanoTime() - began) / 1e9 - clock.seconds(Phase.EVALUATING);
      double each = elapsed / (totals.step() - first);
      lastRow.ifPresent(row -> news.stepped(row, spec.steps(), each * (spec.steps() - row.step())));
      measureIfDue();
    }
    return totals.step() - first;
  }

  private Optional<TrainingStepRow> lastRow = Optional.empty();

  private void storePrompts() {
    PromptTable prompts = new PromptTable(output);
    for (int task = 0; task < spec.tasks().size(); task++) {
      TaskSpec asked = spec.tasks().get(task);
      prompts.add(asked.task().name(), curriculum.prompts(task), fence);
      prompts.add(asked.task().name(), evaluation.prompts(task), fence);
    }
  }

  private void step(int step) {
    Totals before = totals;
    PhaseClock own = new PhaseClock();
    PolicyVersion version = own.time(Phase.STORING, this::version);
    List<JudgedGroup> groups = draw(version, own);
    List<JudgedGroup> kept = groups.stream().filter(JudgedGroup::isKept).toList();
    double rate = spec.learning().rate(step);
    Optional<StepBatch> batch =
        kept.isEmpty() ? Optional.empty() : Optional.of(StepBatch.of(spec.objective(), kept));
    Optional<Learned> learned =
        own.time(
            Phase.LEARNING,
            () -> batch.map(some -> learner.step(some.traces(), some.objective(), rate)));
    batch.ifPresent(some -> requireFinite(step, some.objective(), learned.orElseThrow()));
    List<TrainingGroupRow> groupRows = groups.stream().map(group -> row(step, group)).toList();
    groups.forEach(
        group ->
            curriculum.remember(
                group.drawn().asked(), group.drawn().scored().size(), group.drawn().correct()));
    totals = after(before, step, groups, batch, own);
    TrainingStepRow row =
        new TrainingStepRow(
            spec.training(),
            step,
            version.digest(),
            0,
            StepFigures.groups(groups),
            StepFigures.rollouts(groups),
            StepFigures.learning(rate, batch.map(StepBatch::objective), learned),
            StepFigures.costs(before, totals, policy.start().parameters()));
    clock.run(Phase.STORING, () -> store(step, row, groupRows));
    clock.add(own);
    lastRow = Optional.of(row);
  }

  /** The state comes last: without it, all of this is done again. */
  private void store(int step, TrainingStepRow row, List<TrainingGroupRow> groups) {
    if (spec.hasCheckpoint(step)) {
      writeCheckpoint(step);
    }
    output
        .ofTraining(TrainingTables.GROUPS, spec.training(), step)
        .publish(TrainingTables.GROUPS, groups, () -> fence.check(output));
    output
        .ofTraining(TrainingTables.STEPS, spec.training(), step)
        .publish(TrainingTables.STEPS, List.of(row), () -> fence.check(output));
    save();
  }

  /** Draws until the batch is full, where a filter wants that. */
  private List<JudgedGroup> draw(PolicyVersion version, PhaseClock own) {
    List<JudgedGroup> groups = new ArrayList<>();
    Set<String> used = new HashSet<>();
    int wanted = spec.promptsPerStep();
    int next = wanted;
    for (int round = 1; next > 0; round++) {
      List<AskedPrompt> asked = curriculum.next(next, spec.rollouts(), used);
      asked.forEach(one -> used.add(one.prompt().id()));
      groups.addAll(selection.of(drawn(version, asked, own)));
      int kept = (int) groups.stream().filter(JudgedGroup::isKept).count();
      Optional<DynamicSampling> refill = spec.objective().refill();
      int drawn = groups.size();
      int over = round;
      next = refill.map(dynamic -> dynamic.next(wanted, kept, drawn, over)).orElse(0);
    }
    int room = wanted;
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).isKept() && room-- <= 0) {
        groups.set(i, groups.get(i).with(PromptUse.SURPLUS));
      }
    }
    return groups;
  }

  private List<DrawnGroup> drawn(PolicyVersion version, List<AskedPrompt> asked, PhaseClock own) {
    List<DrawnGroup> groups = new ArrayList<>();
    String generation = version.generation(policy.start(), sampling, spec.seed());
    for (int task = 0; task < spec.tasks().size(); task++) {
      int number = task;
      List<AskedPrompt> ofTask = asked.stream().filter(one -> one.task() == number).toList();
      if (!ofTask.isEmpty()) {
        String name = spec.tasks().get(task).task().name();
        groups.addAll(
            rollouts.draw(new Partition(version.name(), name, generation), ofTask, own));
      }
    }
    return groups;
  }

  private void requireFinite(int step, BatchObjective objective, Learned learned) {
    if (!objective.isFinite() || !learned.isFinite()) {
      throw new InvalidInput(
          "Cannot go on training at step %d: the loss is %s, the norm of its gradient %s, the largest ratio %s; the state after step %d is kept; lower learning_rate"
              .formatted(
                  step,
                  objective.isFinite() ? Double.toString(-objective.objective()) : "not a number",
                  learned.gradientNorm(),
                  objective.ratioMax(),
                  step - 1));
    }
  }

  private TrainingGroupRow row(int step, JudgedGroup group) {
    DrawnGroup drawn = group.drawn();
    AskedPrompt asked = drawn.asked();
    return new TrainingGroupRow(
        spec.training(),
        step,
        asked.prompt().task(),
        asked.prompt().id(),
        drawn.generation(),
        asked.from(),
        asked.rollouts(),
        curriculum.passRate(asked.prompt().id()),
        drawn.scored().size(),
        drawn.correct(),
        (int) drawn.rollouts().stream().filter(DrawnRollout::isAbstained).count(),
        group.rewardMean(),
        group.use().text());
  }

  private static Totals after(
      Totals before, int step, List<JudgedGroup> groups, Optional<StepBatch> batch, PhaseClock own) {
    return new Totals(
        step,
        batch.isPresent() ? step : before.changed(),
        before.promptTokens()
            + groups.stream().mapToLong(group -> group.drawn().promptTokens()).sum(),
        before.tokensDrawn()
            + groups.stream()
                .flatMap(group -> group.drawn().rollouts().stream())
                .mapToLong(DrawnRollout::tokens)
                .sum(),
        before.tokensLearned() + batch.map(some -> some.objective().tokens()).orElse(0L),
        before.secondsDrawn() + own.seconds(Phase.DRAWING),
        before.secondsJudged() + own.seconds(Phase.JUDGING),
        before.secondsLearned() + own.seconds(Phase.LEARNING),
        before.secondsStored() + own.seconds(Phase.STORING),
        before.cpuSeconds() + own.cpuSeconds());
  }

  /** The policy as it is: named after the step that made it, not after later ones that did not. */
  private PolicyVersion version() {
    return totals.changed() == 0
        ? start
        : new PolicyVersion(checkpoint(totals.changed()).toString(), policy.digest());
  }

  private Path checkpoint(int step) {
    return folder.resolve(String.format(Locale.ROOT, "step-%06d", step));
  }

  private void writeCheckpoint(int step) {
    long parameters = policy.start().parameters();
    PolicyProvenance provenance =
        new PolicyProvenance(
            spec.training(),
            spec.start(),
            step,
            spec.steps(),
            totals.tokensDrawn(),
            totals.tokensLearned(),
            totals.flops(parameters),
            totals.flopsDrawn(parameters),
            totals.flopsLearned(parameters),
            totals.seconds(),
            spec.seed());
    files(
        () ->
            policy.write(
                checkpoint(step),
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(provenance)));
  }

  private void measureIfDue() {
    int step = totals.step();
    if (step > 0
        && spec.evaluation().includes(step, spec.steps())
        && !output.ofTraining(TrainingTables.EVALUATIONS, spec.training(), step).exists()) {
      measure(step);
    }
  }

  /** Before the saved weights are put in place of the start's: what is stored is read. */
  private void measureStartAgain() {
    evaluation.measure(
        0, start, start.generation(policy.start(), sampling, spec.seed()), 0, clock);
  }

  private void measure(int step) {
    PolicyVersion version = version();
    List<TrainingEvaluationRow> rows =
        evaluation.measure(
            step,
            version,
            version.generation(policy.start(), sampling, spec.seed()),
            totals.flops(policy.start().parameters()),
            clock);
    output.ofTraining(TrainingTables.EVALUATIONS, spec.training(), step)
        .publish(TrainingTables.EVALUATIONS, rows, () -> fence.check(output));
    rows.forEach(news::evaluated);
  }

  /** What must be the same when a training goes on. */
  private long identity() {
    List<String> parts = new ArrayList<>(List.of(spec.training(), policy.start().digest()));
    spec.tasks()
        .forEach(
            task ->
                parts.add(
                    task.prompts()
                        + TaskKinds.keys(task.task()).toString()));
    parts.add(sampling.toString());
    parts.add(Long.toString(spec.seed()));
    return Fingerprint.of(parts).bits();
  }

  private void save() {
    long[] numbers = totals.numbers();
    long[] lessons = curriculum.state();
    long[] all = new long[1 + numbers.length + lessons.length];
    all[0] = identity();
    System.arraycopy(numbers, 0, all, 1, numbers.length);
    System.arraycopy(lessons, 0, all, 1 + numbers.length, lessons.length);
    files(() -> learner.save(state, all));
  }

  private void restore() {
    long[] all = restored();
    if (all[0] != identity()) {
      throw new InvalidInput(
          "Cannot resume from %s: training, seed, start, tasks or sampling differ from those that it began with; choose another output, or remove the folder"
              .formatted(folder));
    }
    totals = Totals.of(Arrays.copyOfRange(all, 1, 1 + Totals.NUMBERS));
    curriculum.restore(Arrays.copyOfRange(all, 1 + Totals.NUMBERS, all.length));
  }

  private long[] restored() {
    try {
      return learner.restore(state);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + state, e);
    }
  }

  /** Writes files on this machine. */
  private interface Writing {
    void write() throws IOException;
  }

  private void files(Writing writing) {
    try {
      writing.write();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + folder, e);
    }
  }
}
