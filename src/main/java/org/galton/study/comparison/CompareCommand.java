package org.galton.study.comparison;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.GateOptions;
import org.galton.console.HomePath;
import org.galton.console.PageFile;
import org.galton.console.PrintOptions;
import org.galton.console.RowJson;
import org.galton.console.SessionFactory;
import org.galton.console.StoredOptions;
import org.galton.job.comparison.Adjustment;
import org.galton.job.comparison.CellComparison;
import org.galton.job.comparison.ComparisonJob;
import org.galton.job.comparison.ComparisonRequest;
import org.galton.job.comparison.ComparisonResult;
import org.galton.job.comparison.Gate;
import org.galton.job.comparison.GateVerdict;
import org.galton.job.gate.JudgedGate;
import org.galton.job.gate.LimitGate;
import org.galton.job.run.RunAddress;
import org.galton.job.run.RunName;
import org.galton.study.comparison.view.ChangedPrompt;
import org.galton.study.comparison.view.ComparisonPage;
import org.galton.sweep.GateRule;
import org.galton.table.ComparisonRow;
import org.galton.table.RunRow;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code galton compare}: two runs, or the models of one, on the prompts that they share. */
@Command(
    name = "compare",
    description =
        "Compare two runs, or models of one run, on the prompts that they share. Draws nothing.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Differences are B minus A, or of one run the later cell minus the earlier. A gate that is",
      "missed by any pair of cells ends with exit code 1.",
      "",
      "Example: ./galton compare runs/monday runs/tuesday --fail-if \"pass@1 drops by more than"
          + " 0.02\" --fail-if \"pass@1 below 0.5\"",
      "Example: ./galton compare runs/demo --model builtin:abacus@1547 --model builtin:abacus@8000"
    })
public final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "A",
      converter = HomePath.class,
      description = "Output folder of a sweep; with #RUN_ID another run than its latest.")
  private String baseline;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "B",
      converter = HomePath.class,
      description = "The run to compare with A; without it, the cells of A with each other.")
  private String candidate;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "Only this model; may be repeated. Of two with two runs, the first is A's, the second"
              + " B's.")
  private List<String> models = List.of();

  @Option(
      names = "--generation",
      paramLabel = "HASH",
      description = "Only this generation; may be repeated, as --model.")
  private List<String> generations = List.of();

  @Option(
      names = "--flips",
      paramLabel = "PROMPTS",
      defaultValue = "5",
      description = "Most prompts to show whose solve rate changed (default: ${DEFAULT-VALUE}).")
  private int flips;

  @Option(
      names = "--fail-if",
      paramLabel = "GATE",
      description =
          "A gate: 'METRIC drops by more than NUMBER' (or rises) from A to B, or 'METRIC below"
              + " NUMBER' (or above) of B itself; METRIC is pass@K, mean@n or maj@n. May be"
              + " repeated. It is missed where the one-sided bound of the change, or of the figure,"
              + " is beyond NUMBER.")
  private List<String> gates = List.of();

  @Option(
      names = "--adjust",
      paramLabel = "METHOD",
      defaultValue = "hochberg",
      description =
          "How the p-values of several pairs become q-values: hochberg, where the pairs are"
              + " independent or depend positively, or yekutieli, however they depend, with less"
              + " power (default: ${DEFAULT-VALUE}).")
  private Adjustment adjustment;

  @Option(
      names = "--mass-balance",
      description =
          "Also say how a policy-gradient step on A's rollouts would change the solve rate to first"
              + " order: through right answers that A drew, through wrong ones, and through those"
              + " that only B drew (BroRL). Reads the answers of both.")
  private boolean massBalance;

  @Mixin private GateOptions options;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description = "Also write the tables comparisons and runs, and a report, under this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    options.check(gates);
    List<GateRule> rules = gates.stream().map(GateRule::parse).toList();
    List<Gate> changes =
        rules.stream()
            .filter(rule -> rule.direction().isChange())
            .map(rule -> new Gate(rule, options.confidence()))
            .toList();
    List<LimitGate> limits =
        rules.stream()
            .filter(rule -> !rule.direction().isChange())
            .map(rule -> new LimitGate(rule, options.confidence()))
            .toList();
    ComparisonRequest request =
        new ComparisonRequest(
            RunAddress.parse(baseline),
            Optional.ofNullable(candidate).map(RunAddress::parse),
            models,
            generations,
            flips,
            adjustment);
    try (SparkSession session = SessionFactory.open("compare")) {
      Instant started = Instant.now();
      ComparisonJob job = new ComparisonJob(SessionFactory.hadoop(session));
      ComparisonResult result = job.run(request);
      List<MassShift> shifts = massBalance ? new MassBalanceJob(session).run(result) : List.of();
      List<GateVerdict> verdicts =
          changes.stream().flatMap(gate -> gate.judge(result).stream()).toList();
      List<JudgedGate> judged =
          limits.stream()
              .flatMap(gate -> result.cells().stream().map(cell -> cell.judge(gate)))
              .distinct()
              .toList();
      List<JudgedGate> all =
          Stream.concat(verdicts.stream().map(GateVerdict::judged), judged.stream()).toList();
      RunRow run = run(session, result.comparisonId(), started, all);
      Optional<String> table = Optional.ofNullable(output).map(dir -> job.write(result, run, dir));
      Optional<String> report =
          Optional.ofNullable(output)
              .map(dir -> page(dir, run, result, all, SessionFactory.hadoop(session)));
      print(result, verdicts, judged, table, report, shifts);
      options.write("galton compare", all);
      return ExitCode.of(all).value();
    }
  }

  private RunRow run(SparkSession session, String id, Instant started, List<JudgedGate> gates) {
    return StoredOptions.origin(spec)
        .row(
            new RunName(id, spec.name()),
            session.version(),
            started,
            Instant.now(),
            ExitCode.of(gates).value());
  }

  private void print(
      ComparisonResult result,
      List<GateVerdict> verdicts,
      List<JudgedGate> judged,
      Optional<String> table,
      Optional<String> report,
      List<MassShift> shifts) {
    printing.print(
        () -> document(result, verdicts, judged, table, shifts),
        report,
        out -> {
          out.print(ComparisonText.of(result));
          out.print(massBalance ? MassBalanceText.of(shifts) : "");
          verdicts.forEach(verdict -> out.println(verdict.sentence()));
          judged.forEach(gate -> out.println(gate.sentence()));
          table.ifPresent(path -> out.println("Table: " + path));
          report.ifPresent(page -> out.println("Report: " + page));
        });
  }

  private ObjectNode document(
      ComparisonResult result,
      List<GateVerdict> verdicts,
      List<JudgedGate> judged,
      Optional<String> table,
      List<MassShift> shifts) {
    ObjectNode document = ComparisonJson.of(result, verdicts, judged, table);
    if (massBalance) {
      RowJson.add(document.putArray("mass_balance"), MassBalanceText.SHIFTS, shifts);
    }
    return document;
  }

  /**
   * @param result whose prompts and unpaired cells no table holds
   */
  private static String page(
      String folder,
      RunRow run,
      ComparisonResult result,
      List<JudgedGate> gates,
      Configuration hadoop) {
    List<ComparisonRow> rows =
        new OutputFolder(folder, hadoop)
            .ofComparison(result.comparisonId())
            .rows(Table.COMPARISONS.rows());
    long missed = gates.stream().filter(JudgedGate::missed).count();
    Stream<String> warnings =
        missed == 0
            ? Stream.empty()
            : Stream.of("%d of %d gates missed.".formatted(missed, gates.size()));
    return PageFile.publish(
        ComparisonPage.of(
            run,
            rows,
            result.cells().stream().flatMap(CompareCommand::changed).toList(),
            gates.stream().map(JudgedGate::sentence).toList(),
            Stream.concat(warnings, result.unpaired().stream().map(ComparisonText::unpaired))
                .toList()),
        folder,
        run.sweep(),
        hadoop);
  }

  private static Stream<ChangedPrompt> changed(CellComparison cell) {
    String pair = ComparisonText.title(cell.pair());
    return cell.flips().stream()
        .map(
            flip ->
                new ChangedPrompt(
                    pair,
                    flip.text().isEmpty() ? flip.promptId() : flip.text().strip(),
                    flip.baselineRate(),
                    flip.candidateRate()));
  }
}
