package org.galton.study.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.galton.job.run.SparkAction;
import org.galton.numerics.Optionals;
import org.galton.selection.Arm;
import org.galton.selection.Issue;
import org.galton.selection.Patch;
import org.galton.selection.generated.MiniIssue;
import org.galton.selection.generated.Skill;
import org.galton.spec.InvalidInput;
import org.galton.statistics.Interval;
import org.galton.statistics.error.RateInterval;
import org.galton.statistics.test.Comparison;
import org.galton.statistics.test.PairedComparison;
import org.galton.study.selection.row.GeneratedIssueRow;
import org.galton.study.selection.row.PatchScoreRow;
import org.galton.study.selection.row.SelectedPatchRow;
import org.galton.study.selection.row.SelectionArmRow;
import scala.Tuple2;

/** Chooses patches, of anyone's issues or of generated ones, an issue a task. */
final class SelectionJob {
  private static final double CONFIDENCE = 0.95;

  private final SparkSession spark;

  SelectionJob(SparkSession spark) {
    this.spark = spark;
  }

  /** Patches chosen by the cases of a table. */
  SelectionResult ofCases(String runId, String input, CaseColumns columns) {
    List<Outcome> outcomes =
        SparkAction.run(
            "choose patches",
            () ->
                CaseInput.read(spark, input, columns)
                    .mapToPair(row -> new Tuple2<>(row.issue(), row))
                    .combineByKey(
                        row -> new IssueCases().add(row), IssueCases::add, IssueCases::merge)
                    .map(issue -> outcome(input, issue._1(), issue._2()))
                    .collect());
    if (outcomes.isEmpty()) {
      throw new InvalidInput(
          "Cannot read %s: there are no rows; expected a row per case of a test patch and patch"
              .formatted(input));
    }
    return result(runId, outcomes, List.of(), 0);
  }

  private static Outcome outcome(String input, String name, IssueCases cases) {
    String problem = cases.problem();
    if (problem != null) {
      throw new InvalidInput("Cannot read %s: issue '%s': %s".formatted(input, name, problem));
    }
    return Outcome.of(name, Setting.ALL, cases.issue());
  }

  /** The same on generated issues, for every skill and number of patches and test patches. */
  SelectionResult ofGenerated(String runId, SimulationRequest request) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<Integer> issues = IntStream.range(0, request.issues()).boxed().toList();
    int slices = Math.min(request.issues(), 8 * context.defaultParallelism());
    List<Tried> found =
        SparkAction.run(
            "try patches",
            () ->
                context
                    .parallelize(issues, slices)
                    .map(number -> tried(runId, request, number))
                    .collect());
    return result(
        runId,
        found.stream().flatMap(issue -> issue.outcomes().stream()).toList(),
        found.stream().map(Tried::issue).toList(),
        found.stream().mapToLong(Tried::runs).sum());
  }

  private static Tried tried(String runId, SimulationRequest request, int number) {
    MiniIssue generated = MiniIssue.of(request.seed(), number);
    List<Outcome> outcomes = new ArrayList<>();
    int patches =
        request.sizes().stream().mapToInt(SimulationRequest.Size::patches).max().orElse(1);
    int tests = request.sizes().stream().mapToInt(SimulationRequest.Size::tests).max().orElse(1);
    for (double fix : request.fixes()) {
      for (double error : request.errors()) {
        Issue issue =
            generated.proposed(
                new Skill(fix, request.decoy(), error, request.cases()), patches, tests);
        for (SimulationRequest.Size size : request.sizes()) {
          outcomes.add(
              Outcome.of(
                  Integer.toString(number),
                  new Setting(fix, error, size.patches(), size.tests()),
                  issue));
        }
      }
    }
    return new Tried(
        new GeneratedIssueRow(
            runId,
            Integer.toString(number),
            Skill.PROPOSER,
            generated.operator(),
            generated.text(),
            generated.source()),
        outcomes,
        generated.runs());
  }

  private static SelectionResult result(
      String runId, List<Outcome> outcomes, List<GeneratedIssueRow> issues, long runs) {
    List<Outcome> sorted =
        outcomes.stream().sorted(Comparator.comparing(Outcome::issue, Patch.ID_ORDER)).toList();
    Map<Setting, List<Outcome>> bySetting = new LinkedHashMap<>();
    sorted.forEach(
        one -> bySetting.computeIfAbsent(one.setting(), s -> new ArrayList<>()).add(one));
    List<SelectionArmRow> arms = new ArrayList<>();
    bySetting.forEach(
        (setting, all) -> {
          for (Arm arm : Arm.values()) {
            arms.add(arm(runId, setting, all, arm));
          }
        });
    return new SelectionResult(
        sorted.stream().map(one -> row(runId, one)).toList(),
        sorted.stream().flatMap(one -> scores(runId, one)).toList(),
        List.copyOf(arms),
        issues,
        runs);
  }

  private static Stream<PatchScoreRow> scores(String runId, Outcome one) {
    return one.scores().stream()
        .map(
            scored ->
                new PatchScoreRow(
                    runId,
                    one.issue(),
                    scored.patch().id(),
                    scored.score(),
                    scored.copies(),
                    scored.patch().resolved()));
  }

  private static SelectedPatchRow row(String runId, Outcome one) {
    return new SelectedPatchRow(
        runId,
        one.issue(),
        one.setting().fix(),
        one.setting().error(),
        one.patches(),
        one.tests(),
        one.dropped(),
        one.chosen(),
        one.score(),
        one.ties(),
        one.majority(),
        one.resolved().get(Arm.SELECTED),
        one.resolved().get(Arm.MAJORITY),
        one.resolved().get(Arm.ORACLE));
  }

  private static SelectionArmRow arm(String runId, Setting setting, List<Outcome> all, Arm arm) {
    List<Outcome> known = all.stream().filter(one -> one.resolved().containsKey(arm)).toList();
    double[] ours = resolved(known, arm);
    long right = Math.round(Arrays.stream(ours).sum());
    Interval interval = RateInterval.WILSON.of(known.size(), right, CONFIDENCE).orElse(null);
    Comparison above =
        known.isEmpty() || arm == Arm.MAJORITY
            ? null
            : PairedComparison.withDefaults().ofShares().of(ours, resolved(known, Arm.MAJORITY));
    return new SelectionArmRow(
        runId,
        setting.fix(),
        setting.error(),
        setting.patches() == 0 ? null : (Integer) setting.patches(),
        setting.patches() == 0 ? null : (Integer) setting.tests(),
        arm.name().toLowerCase(Locale.ROOT),
        all.size(),
        known.size(),
        known.isEmpty() ? null : (Double) ((double) right / known.size()),
        interval == null ? null : (Double) interval.low(),
        interval == null ? null : (Double) interval.high(),
        above == null ? null : Optionals.orNull(above.difference().value()),
        above == null ? null : Optionals.orNull(above.difference().low()),
        above == null ? null : Optionals.orNull(above.difference().high()),
        all.stream().mapToInt(Outcome::dropped).average().orElse(0),
        (double) all.stream().filter(one -> one.ties() > 0).count() / all.size());
  }

  private static double[] resolved(List<Outcome> outcomes, Arm arm) {
    return outcomes.stream().mapToDouble(one -> one.resolved().get(arm) ? 1 : 0).toArray();
  }
}
