package org.galton.report.sweep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.galton.report.Fact;
import org.galton.report.Figures;
import org.galton.report.RunFacts;
import org.galton.report.VisibleText;
import org.galton.table.BooksRow;
import org.galton.table.GateRow;
import org.galton.table.PromptStatisticsRow;
import org.galton.table.RunRow;

/** What a sweep ran, where and when. */
final class SweepFacts {
  private static final Pattern SEED = Pattern.compile("(?m)^seed:\\s*(-?\\d+)\\s*$");

  private SweepFacts() {}

  static List<Fact> of(SweepReport report) {
    RunRow run = report.run();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Run", VisibleText.line(run.runId(), 120)));
    facts.add(new Fact("Result", RunFacts.result(run.exitCode())));
    facts.add(new Fact("Started", RunFacts.started(run)));
    facts.add(new Fact("Took", Figures.duration(Duration.between(run.started(), run.finished()))));
    String gates = gates(report);
    if (!gates.isEmpty()) {
      facts.add(new Fact("Gates", gates));
    }
    BudgetFact.of(Panel.of(report), report.promptStatistics()).ifPresent(facts::add);
    facts.add(new Fact("Sampling", distinct(report, BooksRow::sampling)));
    Matcher seed = SEED.matcher(run.spec());
    facts.add(new Fact("Seed", seed.find() ? seed.group(1) : "see the spec"));
    facts.add(new Fact("Versions", RunFacts.versions(run)));
    return facts;
  }

  /** What the run's gates say, those that are missed first. */
  private static String gates(SweepReport report) {
    return report.gates().stream()
        .sorted(Comparator.comparing(GateRow::missed).reversed())
        .map(row -> VisibleText.line(row.sentence(), 800))
        .collect(Collectors.joining(" "));
  }

  /** Rollouts that the sweep wanted for each prompt of a task, as in {@code 128}. */
  static String rolloutsPerPrompt(Panel panel, List<PromptStatisticsRow> statistics) {
    TreeSet<Integer> wanted = new TreeSet<>();
    statistics.stream().filter(panel::holds).forEach(row -> wanted.add(row.wanted()));
    if (wanted.isEmpty()) {
      return "–";
    }
    String least = Figures.count(wanted.first());
    return wanted.size() == 1 ? least : least + " to " + Figures.count(wanted.last());
  }

  private static String distinct(SweepReport report, Function<BooksRow, String> column) {
    List<String> values = report.books().stream().map(column).distinct().toList();
    return values.isEmpty() ? "–" : VisibleText.line(String.join(" · ", values), 400);
  }
}
