package org.galton.study.judges;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.galton.job.run.PromptTable;
import org.galton.spec.InvalidInput;
import org.galton.statistics.Estimate;
import org.galton.statistics.Interval;
import org.galton.statistics.agreement.CorrectedRate;
import org.galton.statistics.agreement.KappaInterval;
import org.galton.statistics.agreement.VerdictPairs;
import org.galton.study.judges.row.AgreementRow;
import org.galton.study.judges.row.DisagreementRow;
import org.galton.study.judges.row.JudgedCell;
import org.galton.study.judges.row.Ranged;
import org.galton.table.BooksRow;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;
import org.galton.task.HiddenTexts;
import org.galton.task.Prompt;

/** Compares what all scorers say of the rollouts that are stored for the cells of a run. */
final class JudgesJob {
  private static final int LONGEST = 4000;
  private static final String HIDDEN = "(hidden: these texts may not be shown)";

  private record Text(String promptId, int rolloutIndex, String completion) {}

  private final SparkSession spark;
  private final OutputFolder output;

  JudgesJob(SparkSession spark, OutputFolder output) {
    this.spark = spark;
    this.output = output;
  }

  /**
   * @param books name the cells
   * @param pilot rollouts of each prompt that count, where a budget gave some more; empty for all
   * @param labels file or folder of what people say
   * @param shown how many disagreements of each pair of judges are kept
   * @throws InvalidInput when no rollout was judged, or the labels cannot be read or label none
   */
  JudgesResult run(
      String runId, List<BooksRow> books, OptionalInt pilot, Optional<String> labels, int shown) {
    List<JudgedCell> cells =
        books.stream()
            .map(row -> new JudgedCell(row.model(), row.task(), row.sampling(), row.generation()))
            .toList();
    HandLabels known =
        labels
            .map(input -> HandLabels.read(spark, input, cells))
            .orElseGet(() -> HandLabels.none(cells.size()));
    List<CellVerdicts> counted =
        new VerdictScan(JavaSparkContext.fromSparkContext(spark.sparkContext()), output)
            .count(
                cells.stream()
                    .map(c -> output.stored(new Partition(c.model(), c.task(), c.generation())))
                    .toList(),
                known.byCell(),
                pilot.orElse(Integer.MAX_VALUE),
                shown);
    JudgesResult result =
        new JudgesResult(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), known.passedOver());
    for (int cell = 0; cell < cells.size(); cell++) {
      add(runId, cells.get(cell), counted.get(cell), result);
    }
    check(labels, result);
    return result;
  }

  private void check(Optional<String> labels, JudgesResult result) {
    if (result.counts().isEmpty()) {
      throw new InvalidInput(
          "Cannot compare the judges of %s: none of its rollouts has a verdict; run the sweep first"
              .formatted(output.root()));
    }
    if (labels.isPresent() && result.agreements().stream().noneMatch(AgreementRow::isOfLabels)) {
      throw new InvalidInput(
          "Cannot use the labels of %s: none is of a rollout that was judged in %s; expected the columns prompt_id and rollout_index of its table rollouts%s"
              .formatted(
                  labels.get(),
                  output.root(),
                  result.passedOver().equals(PassedOver.NONE)
                      ? ""
                      : ". " + result.passedOver().line().strip()));
    }
  }

  private void add(String runId, JudgedCell cell, CellVerdicts verdicts, JudgesResult result) {
    verdicts
        .scorers()
        .forEach((scorer, counts) -> result.counts().add(counts.row(runId, cell, scorer)));
    Map<String, Prompt> prompts = new HashMap<>();
    verdicts
        .pairs()
        .forEach(
            (pair, counts) -> {
              result
                  .agreements()
                  .add(agreement(runId, cell, pair, counts.prompts(), verdicts.scorers()));
              if (prompts.isEmpty() && !counts.disputed().isEmpty()) {
                prompts.putAll(new PromptTable(output).read(cell.task()));
              }
              counts.disputed().stream()
                  .map(disputed -> disagreement(runId, cell, disputed, prompts))
                  .forEach(result.disagreements()::add);
            });
  }

  private static AgreementRow agreement(
      String runId,
      JudgedCell cell,
      List<String> pair,
      List<VerdictPairs> prompts,
      Map<String, VerdictCounts> scorers) {
    VerdictPairs all = prompts.stream().reduce(VerdictPairs.NONE, VerdictPairs::plus);
    boolean held = pair.get(0).equals(AgreementRow.LABELS);
    Estimate rate = scorers.get(pair.get(1)).rate();
    return new AgreementRow(
        runId,
        cell,
        pair.get(0),
        pair.get(1),
        prompts.size(),
        all,
        kappa(all, prompts),
        held ? all.precision() : OptionalDouble.empty(),
        held ? all.recall() : OptionalDouble.empty(),
        held ? all.specificity() : OptionalDouble.empty(),
        held ? rate.value() : OptionalDouble.empty(),
        held ? corrected(rate, all) : Ranged.NONE);
  }

  private static Ranged kappa(VerdictPairs all, List<VerdictPairs> prompts) {
    Optional<Interval> interval = KappaInterval.of(prompts);
    return all.kappa().isPresent() && interval.isPresent()
        ? Ranged.of(all.kappa().getAsDouble(), interval.get())
        : Ranged.of(all.kappa());
  }

  private static Ranged corrected(Estimate rate, VerdictPairs labelled) {
    if (rate.standardError().isEmpty() || !CorrectedRate.isPossible(labelled)) {
      return Ranged.NONE;
    }
    CorrectedRate corrected =
        CorrectedRate.of(rate.value().orElseThrow(), rate.standardError().getAsDouble(), labelled);
    return Ranged.of(corrected.value(), corrected.interval());
  }

  private DisagreementRow disagreement(
      String runId, JudgedCell cell, Disputed disputed, Map<String, Prompt> prompts) {
    GivenVerdict first = disputed.first();
    GivenVerdict second = disputed.second();
    Prompt prompt = prompts.get(first.promptId());
    DisagreementRow row =
        new DisagreementRow(
            runId,
            cell,
            first.scorer(),
            second.scorer(),
            first.promptId(),
            first.rolloutIndex(),
            first.correct(),
            first.answer(),
            first.detail(),
            second.answer(),
            second.detail(),
            prompt == null ? null : beginning(prompt.text()),
            prompt == null ? null : beginning(prompt.reference()),
            ending(completion(disputed)));
    return prompt != null && HiddenTexts.areOf(prompt.attributes())
        ? row.withoutTexts(HIDDEN)
        : row;
  }

  private String completion(Disputed disputed) {
    List<String> found = new ArrayList<>();
    output
        .file(disputed.file())
        .forEachOf(
            disputed.first().promptId(),
            Table.ROLLOUTS.part(Text.class),
            row -> {
              if (row.rolloutIndex() == disputed.first().rolloutIndex()) {
                found.add(row.completion());
              }
            });
    return found.get(0);
  }

  private static String beginning(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  /** Where answers stand. */
  private static String ending(String text) {
    return text.length() <= LONGEST ? text : text.substring(text.length() - LONGEST);
  }
}
