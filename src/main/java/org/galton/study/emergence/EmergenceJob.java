package org.galton.study.emergence;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.NullModel;
import org.galton.emergence.surrogate.Escalation;
import org.galton.job.input.Unnamed;
import org.galton.job.monitoring.RunMark;
import org.galton.job.run.RecordedRun;
import org.galton.job.run.RunName;
import org.galton.job.run.RunOrigin;
import org.galton.job.run.RunWriter;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;
import org.galton.study.emergence.row.EmergenceConditionRow;
import org.galton.study.emergence.row.EmergenceTables;
import org.galton.table.store.TableFile;
import org.galton.table.store.Unfinished;

/**
 * Measures groups of agents, compares them with surrogates, and decides about all of a condition
 * together. A task takes one group's window and one null model; every random number is named by the
 * group, the null model and the replicate, so that results do not depend on how tasks are spread.
 * Only sums over replicates reach the driver.
 */
public final class EmergenceJob {
  /** The name of its runs. */
  public static final String STUDY = "trajectories";

  private static final Window EARLY = new Window(10);
  private static final List<NullModel> GAME_NULLS =
      List.of(NullModel.ROW, NullModel.OFFSET, NullModel.FUNCTIONAL);
  private static final double LEVEL = 0.05;

  private final SparkSession spark;
  private final int parts;

  public EmergenceJob(SparkSession spark) {
    this(spark, 4 * JavaSparkContext.fromSparkContext(spark.sparkContext()).defaultParallelism());
  }

  /**
   * @param parts into which the work is split
   */
  EmergenceJob(SparkSession spark, int parts) {
    this.spark = spark;
    this.parts = parts;
  }

  /**
   * @throws InvalidInput when the input cannot be read as trajectories, or settings contradict each
   *     other
   */
  public EmergenceResult run(EmergenceRequest request) {
    RunName run = RunName.at(Clock.systemUTC().instant(), STUDY);
    JavaRDD<Group> groups = groups(request);
    try {
      return result(
          request,
          run,
          findings(request, request.escalation(), groups, results(request, run, groups)));
    } finally {
      groups.unpersist();
    }
  }

  /**
   * Runs, and writes the tables trajectories, emergence_* and runs under a folder.
   *
   * @throws InvalidInput also when the folder cannot be written
   * @throws Unfinished when another run holds the folder
   */
  public EmergenceResult run(EmergenceRequest request, String output, RunOrigin origin) {
    RecordedRun run = RecordedRun.begin(spark, STUDY, origin);
    JavaRDD<Group> groups = groups(request);
    try {
      return measured(
          request,
          run.name(),
          groups,
          writing ->
              run.write(
                  output,
                  writer -> {
                    EmergenceWriter.writeTrajectories(groups, writer);
                    writing.accept(writer);
                  }));
    } finally {
      groups.unpersist();
    }
  }

  /**
   * Measures the games of a sweep's run over all rounds and over the first ten, with the default
   * settings and also beside players who only follow the common feedback, and puts the tables
   * emergence_* beside those of the run. Empty where the run left no trajectories.
   */
  public Optional<EmergenceResult> ofSweep(RunWriter sweep) {
    TableFile trajectories = sweep.output().ofRun(EmergenceTables.TRAJECTORIES, sweep.runId());
    if (!trajectories.exists()) {
      return Optional.empty();
    }
    EmergenceRequest request =
        new EmergenceRequest(
            sweep.output().root() + "#" + sweep.runId(),
            EmergenceSettings.withDefaults().withNulls(GAME_NULLS),
            List.of(Window.WHOLE, EARLY),
            LEVEL);
    JavaRDD<Group> groups =
        new Trajectories(spark, parts)
            .groupsIn(trajectories.path().toString())
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return Optional.of(
          measured(
              request,
              new RunName(sweep.runId(), STUDY),
              groups,
              writing -> writing.accept(sweep)));
    } finally {
      groups.unpersist();
    }
  }

  /**
   * @param recording hands what writes the tables to whoever holds the folder
   */
  private EmergenceResult measured(
      EmergenceRequest request,
      RunName run,
      JavaRDD<Group> groups,
      Consumer<Consumer<RunWriter>> recording) {
    RunMark.set(spark.sparkContext(), run.runId());
    JavaRDD<UnitTask.Result> results =
        results(request, run, groups).persist(StorageLevel.MEMORY_AND_DISK_SER());
    try {
      Findings findings = findings(request, request.escalation(), groups, results);
      EmergenceResult result = result(request, run, findings);
      recording.accept(writer -> EmergenceWriter.write(result, findings, results, writer));
      return result;
    } finally {
      results.unpersist();
    }
  }

  /** Only the tests of conditions, which need no further surrogates. */
  List<EmergenceConditionRow> conditions(EmergenceRequest request) {
    RunName run = RunName.at(Clock.systemUTC().instant(), STUDY);
    JavaRDD<Group> groups = groups(request);
    try {
      Findings findings =
          findings(
              request, request.escalation().withSteps(), groups, results(request, run, groups));
      return conditions(request, run, findings);
    } finally {
      groups.unpersist();
    }
  }

  private static List<EmergenceConditionRow> conditions(
      EmergenceRequest request, RunName run, Findings findings) {
    return new ConditionRows(run.runId(), request.level(), request.settings().seed()).of(findings);
  }

  private JavaRDD<Group> groups(EmergenceRequest request) {
    return new Trajectories(spark, parts)
        .groups(request.input())
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  private JavaRDD<UnitTask.Result> results(
      EmergenceRequest request, RunName run, JavaRDD<Group> groups) {
    UnitTask task = new UnitTask(run.runId(), request.diagnostics());
    List<Window> windows = request.windows();
    List<NullModel> models = request.settings().nulls();
    // Units are light, their results are not: these stay where they are computed, in order.
    return groups
        .flatMap(group -> Unit.of(group, windows, models).iterator())
        .sortBy(Unit::key, true, parts)
        .map(task::of);
  }

  private static EmergenceResult result(EmergenceRequest request, RunName run, Findings findings) {
    long seed = request.settings().seed();
    return new EmergenceResult(
        run.runId(),
        request,
        findings.outlines().size(),
        findings.statuses(),
        findings.rows(run.runId()),
        conditions(request, run, findings),
        RoleShare.of(findings.roles(), request.level()),
        new Effects(findings, run.runId(), seed).rows());
  }

  private Findings findings(
      EmergenceRequest request,
      Escalation escalation,
      JavaRDD<Group> groups,
      JavaRDD<UnitTask.Result> results) {
    List<GroupOutline> outlines = outlines(request, groups);
    List<UnitSummary> summaries =
        SparkAction.run("measure groups", () -> results.map(UnitTask.Result::summary).collect());
    Map<ConditionKey, List<UnitSummary>> conditions = Findings.conditions(summaries);
    Confirmations confirmations = new Confirmations(request.settings().statistics(), summaries);
    new Confirming(request.settings(), escalation, parts)
        .confirm(groups, conditions, confirmations);
    return new Findings(request, escalation, outlines, conditions, confirmations);
  }

  private static List<GroupOutline> outlines(EmergenceRequest request, JavaRDD<Group> groups) {
    List<GroupOutline> found =
        SparkAction.run("read trajectories", () -> groups.map(GroupOutline::of).collect());
    if (found.isEmpty()) {
      throw new InvalidInput(
          "Cannot read %s: there are no values; expected %s"
              .formatted(request.input(), TrajectoryColumn.EXPECTED));
    }
    requireNames(request, "experiment", found, GroupKey::experiment);
    requireNames(request, "condition", found, GroupKey::condition);
    if (request.settings().nulls().contains(NullModel.FUNCTIONAL)
        && found.stream().noneMatch(GroupOutline::hasTarget)) {
      throw new InvalidInput(
          "Cannot test %s against the null functional: none of %d groups has a target that its agents could search for; expected a column 'target' with the sum that they are to reach"
              .formatted(request.input(), found.size()));
    }
    return found.stream().sorted(Comparator.comparing(GroupOutline::key)).toList();
  }

  private static void requireNames(
      EmergenceRequest request,
      String column,
      List<GroupOutline> groups,
      Function<GroupKey, String> name) {
    Set<String> names =
        groups.stream().map(group -> name.apply(group.key())).collect(Collectors.toSet());
    if (names.containsAll(Set.of("", Unnamed.SHOWN))) {
      throw Unnamed.beside(request.input(), column);
    }
  }
}
