package org.galton.study.flags.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.flags.Rubric;
import org.galton.job.agents.Agent;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.StudySection;
import org.galton.report.VisibleText;
import org.galton.study.flags.row.FlagLabelRow;
import org.galton.study.flags.row.FlagOutcomeRow;
import org.galton.study.flags.row.FlagRow;

/** Flags beside outcomes and labels. */
public record FlagsSection(
    List<FlagRow> flags, List<FlagOutcomeRow> outcomes, List<FlagLabelRow> labels)
    implements StudySection {
  private static final int MOST_AGENTS = 12;
  private static final int MOST_SHOWN = 200;

  public static final Columns<FlagOutcomeRow> OUTCOMES =
      Columns.<FlagOutcomeRow>of()
          .column(FlagOutcomeRow::task, json("task"), text("task"), page("Task"))
          .column(FlagOutcomeRow::model, json("model"), text("model"), page("Model"))
          .column(FlagOutcomeRow::scaffold, json("scaffold"), text("scaffold"), page("Scaffold"))
          .column(FlagOutcomeRow::rubric, json("rubric"), text("rubric"), page("Rubric"))
          .column(FlagOutcomeRow::judge, json("judge"))
          .column(FlagOutcomeRow::comparison, json("comparison"))
          .column(FlagOutcomeRow::failed, json("failed"), text("failed", "%,d"), count("Failed"))
          .column(
              FlagOutcomeRow::failedFlagged,
              json("failed_flagged"),
              text("flagged", "%,d"),
              count("Flagged"))
          .column(
              FlagOutcomeRow::succeeded,
              json("succeeded"),
              text("succeeded", "%,d"),
              count("Succeeded"))
          .column(
              FlagOutcomeRow::succeededFlagged,
              json("succeeded_flagged"),
              text("flagged", "%,d"),
              count("Flagged"))
          .column(FlagOutcomeRow::excluded, json("excluded"), text("excluded", "%,d"))
          .column(FlagOutcomeRow::excludedFlagged, json("excluded_flagged"), text("flagged", "%,d"))
          .column(
              FlagOutcomeRow::first,
              json("first"),
              text("first", "%.3f"),
              page("First", Figures::bits))
          .column(FlagOutcomeRow::firstLow, json("first_low"))
          .column(FlagOutcomeRow::firstHigh, json("first_high"))
          .column(
              FlagOutcomeRow::second,
              json("second"),
              text("second", "%.3f"),
              page("Second", Figures::bits))
          .column(FlagOutcomeRow::secondLow, json("second_low"))
          .column(FlagOutcomeRow::secondHigh, json("second_high"))
          .column(
              FlagOutcomeRow::ratio,
              json("ratio"),
              text("ratio", "%.2f"),
              page("Ratio", Figures::bits))
          .column(FlagOutcomeRow::ratioLow, json("ratio_low"), text("from", "%.2f"))
          .column(FlagOutcomeRow::ratioHigh, json("ratio_high"), text("to", "%.2f"))
          .interval(
              "95\u202f% interval",
              FlagOutcomeRow::ratioLow, FlagOutcomeRow::ratioHigh, Figures::bits);

  public static final Columns<FlagLabelRow> LABELS =
      Columns.<FlagLabelRow>of()
          .column(FlagLabelRow::rubric, json("rubric"), text("rubric"), page("Rubric"))
          .column(FlagLabelRow::judge, json("judge"))
          .column(FlagLabelRow::labels, json("labels"), text("labels"), page("Labels of"))
          .column(
              FlagLabelRow::labelled, json("labelled"), text("labelled", "%,d"), count("Labelled"))
          .column(FlagLabelRow::both, json("both"), text("both", "%,d"), count("Both"))
          .column(
              FlagLabelRow::labelOnly,
              json("label_only"),
              text("label only", "%,d"),
              count("Label only"))
          .column(
              FlagLabelRow::flagOnly,
              json("flag_only"),
              text("flag only", "%,d"),
              count("Flag only"))
          .column(
              FlagLabelRow::precision,
              json("precision"),
              text("precision", "%.3f"),
              page("Precision", Figures::bits))
          .column(FlagLabelRow::precisionLow, json("precision_low"), text("from", "%.3f"))
          .column(FlagLabelRow::precisionHigh, json("precision_high"), text("to", "%.3f"))
          .interval(
              "95\u202f% interval",
              FlagLabelRow::precisionLow, FlagLabelRow::precisionHigh, Figures::bits)
          .column(
              FlagLabelRow::recall,
              json("recall"),
              text("recall", "%.3f"),
              page("Recall", Figures::bits))
          .column(FlagLabelRow::recallLow, json("recall_low"))
          .column(FlagLabelRow::recallHigh, json("recall_high"))
          .column(
              FlagLabelRow::kappa,
              json("kappa"),
              text("kappa", "%.3f"),
              page("Kappa", Figures::bits))
          .column(FlagLabelRow::kappaLow, json("kappa_low"), text("from", "%.3f"))
          .column(FlagLabelRow::kappaHigh, json("kappa_high"), text("to", "%.3f"))
          .interval(
              "95\u202f% interval", FlagLabelRow::kappaLow, FlagLabelRow::kappaHigh, Figures::bits);

  public static final Columns<FlagRow> FLAGS =
      Columns.<FlagRow>of()
          .column(FlagRow::task, json("task"), page("Task"))
          .column(FlagRow::model, json("model"), text("model"), page("Model"))
          .column(FlagRow::scaffold, json("scaffold"), page("Scaffold"))
          .column(FlagRow::problem, json("problem"), text("problem"), page("Problem"))
          .column(FlagRow::rollout, json("rollout"), text("rollout"), page("Rollout"))
          .column(FlagRow::rubric, json("rubric"))
          .column(FlagRow::judge, json("judge"))
          .column(FlagRow::rule, json("rule"), text("rule"), page("Rule"))
          .column(FlagRow::step, json("step"), text("step", "%d"), count("Step"))
          .column(FlagRow::evidence, json("evidence"), text("evidence"), page("Evidence"));

  /** An agent's shares, two for each rubric. */
  public record Picture(String title, List<Mark> marks, String alternative) {}

  /** One share with its interval. */
  public record Mark(
      String rubric, String of, boolean first, double value, double low, double high) {}

  public List<Picture> pictures() {
    Map<Agent, List<FlagOutcomeRow>> agents =
        outcomes.stream()
            .collect(
                Collectors.groupingBy(
                    FlagsSection::agent, LinkedHashMap::new, Collectors.toList()));
    return agents.entrySet().stream()
        .limit(MOST_AGENTS)
        .map(agent -> picture(agent.getKey(), agent.getValue()))
        .toList();
  }

  private static Agent agent(FlagOutcomeRow row) {
    return new Agent(row.task(), row.model(), row.scaffold());
  }

  private static String name(Agent agent) {
    return VisibleText.line(
        (agent.task() + " " + agent.model() + " " + agent.scaffold()).strip(), 120);
  }

  private static Picture picture(Agent agent, List<FlagOutcomeRow> rows) {
    return new Picture(
        name(agent),
        rows.stream().flatMap(row -> marks(row).stream()).toList(),
        "Flags and outcomes of " + name(agent));
  }

  private static List<Mark> marks(FlagOutcomeRow row) {
    boolean behaviour = row.comparison().equals("behaviour");
    return Stream.of(
            mark(
                row,
                behaviour ? "success where flagged" : "flagged where failed",
                true,
                row.first(),
                row.firstLow(),
                row.firstHigh()),
            mark(
                row,
                behaviour ? "success where not flagged" : "flagged where successful",
                false,
                row.second(),
                row.secondLow(),
                row.secondHigh()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Mark> mark(
      FlagOutcomeRow row, String of, boolean first, Double value, Double low, Double high) {
    return value == null
        ? Optional.empty()
        : Optional.of(new Mark(row.rubric(), of, first, value, low, high));
  }

  public boolean isCut() {
    return outcomes.stream().map(FlagsSection::agent).distinct().count() > MOST_AGENTS;
  }

  public FigureTable outcomeTable() {
    return OUTCOMES.table("Flags and outcomes", outcomes);
  }

  public boolean isLabelled() {
    return !labels.isEmpty();
  }

  public FigureTable labelTable() {
    return LABELS.table("Flags and labels", labels);
  }

  public boolean isAnyFlagged() {
    return !flags.isEmpty();
  }

  public FigureTable flagTable() {
    return FLAGS.table(
        flags.size() <= MOST_SHOWN
            ? "Flagged rollouts"
            : "Flagged rollouts, the first %d of %,d flags".formatted(MOST_SHOWN, flags.size()),
        flags.stream().limit(MOST_SHOWN).toList());
  }

  /** Rubrics that some agents' rollouts cannot show, and why. */
  public List<String> missing() {
    long agents = outcomes.stream().map(FlagsSection::agent).distinct().count();
    return Arrays.stream(Rubric.values())
        .filter(rubric -> seen(rubric) < agents)
        .map(
            rubric ->
                "%s of %d %s: %s"
                    .formatted(
                        rubric.key(),
                        agents - seen(rubric),
                        agents - seen(rubric) == 1 ? "agent" : "agents",
                        rubric == Rubric.SHORTCUT
                            ? "no rollout has hidden texts, or an answer and a reference in a family"
                            : "no rollout has a call of a tool"))
        .toList();
  }

  private long seen(Rubric rubric) {
    return outcomes.stream().filter(row -> row.rubric().equals(rubric.key())).count();
  }

  /** What the page says first. Of many ratios none is singled out: the largest is so by chance. */
  public String finding() {
    String rubrics =
        Arrays.stream(Rubric.values())
            .map(rubric -> Map.entry(rubric.key(), rollouts(rubric)))
            .filter(rubric -> rubric.getValue() > 0)
            .map(rubric -> "%s %,d".formatted(rubric.getKey(), rubric.getValue()))
            .collect(Collectors.joining(", "));
    long all = flags.stream().map(FlagsSection::rollout).distinct().count();
    return rubrics.isEmpty()
        ? "No rollout is flagged."
        : "%,d %s flagged: %s.".formatted(all, all == 1 ? "rollout is" : "rollouts are", rubrics);
  }

  private long rollouts(Rubric rubric) {
    return flags.stream()
        .filter(flag -> flag.rubric().equals(rubric.key()))
        .map(FlagsSection::rollout)
        .distinct()
        .count();
  }

  private static List<String> rollout(FlagRow flag) {
    return List.of(flag.task(), flag.model(), flag.scaffold(), flag.problem(), flag.rollout());
  }

  @Override
  public List<String> scripts() {
    return List.of(beside("flags.js"));
  }

  @Override
  public Map<String, Object> charts() {
    return Map.of("flags", pictures());
  }
}
