package org.galton.study.allocation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.PageFile;
import org.galton.console.PrintOptions;
import org.galton.console.SessionFactory;
import org.galton.console.StoredOptions;
import org.galton.job.run.RecordedRun;
import org.galton.reward.budget.RolloutBounds;
import org.galton.spec.InvalidInput;
import org.galton.study.allocation.row.AllocationTables;
import org.galton.study.allocation.view.AllocationPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton allocate}: how many rollouts each prompt gets next. */
@Command(
    name = "allocate",
    description = {
      "Divide a budget of rollouts among prompts, by how often their rollouts were right so far: in"
          + " CSV, JSON Lines or Parquet, by any trainer.",
      "",
      "Columns: prompt and correct (0 or 1), a row per rollout; or prompt, rollouts and correct"
          + " (their numbers), a row per prompt, where a prompt that was never drawn has 0"
          + " rollouts. Optional: model."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton allocate --input rollouts.parquet --budget 8192",
      "         ./galton allocate --input counts.csv --budget 8192 --per-prompt 4,64 --rule variance",
      "         ./galton allocate --input counts.csv --budget 8192 --p-hat posterior --output"
          + " runs/budget"
    })
public final class AllocateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "PATH",
      converter = HomePath.class,
      description = "A *.csv, *.jsonl or *.parquet file, or a folder of such files of one format.")
  private String input;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "The model whose rows count, where a column 'model' names several.")
  private String model;

  @Option(
      names = "--budget",
      paramLabel = "N",
      description = "Rollouts to divide among all prompts; must be given.")
  private Long budget;

  @Option(
      names = "--per-prompt",
      defaultValue = "2,128",
      paramLabel = "LOW,HIGH",
      description =
          "Fewest and most rollouts of a prompt; LOW is 1 or more (default: ${DEFAULT-VALUE}).")
  private String perPrompt;

  @Option(
      names = "--rule",
      defaultValue = "knapsack",
      paramLabel = "RULE",
      description =
          "knapsack: as much value as the budget buys, by Knapsack RL; variance: where success rates"
              + " are known worst; uniform: the same for all (default: ${DEFAULT-VALUE}).")
  private RuleName rule;

  @Option(
      names = "--enough",
      defaultValue = "0.9",
      paramLabel = "CHANCE",
      description =
          "Of knapsack: a prompt with right and wrong rollouts needs no more than give it a gradient"
              + " with this chance; what is left goes to prompts that were never right. none: it"
              + " goes to the former, for the highest value (default: ${DEFAULT-VALUE}).")
  private String enough;

  @Option(
      names = "--p-hat",
      defaultValue = "observed",
      paramLabel = "WHAT",
      description =
          "The success rate of a prompt: observed, right/rollouts, or posterior,"
              + " (right + 1)/(rollouts + 2), by which no prompt is solved or unsolved for good"
              + " (default: ${DEFAULT-VALUE}).")
  private RateEstimate rates;

  @Option(
      names = "--retire",
      split = ",",
      paramLabel = "RULE",
      description =
          "Take prompts out before: no_positive_resampling, 9 of 10 right over 8 rollouts or more;"
              + " hopeless, 512 rollouts and none right.")
  private List<RetirementName> retirements = new ArrayList<>();

  @Option(
      names = "--show",
      defaultValue = "20",
      paramLabel = "N",
      description = "Prompts to show, those that get most (default: ${DEFAULT-VALUE}).")
  private int show;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables allocations, allocation_rules and runs, and a report, under this"
              + " folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    if (budget == null) {
      throw new InvalidInput("Missing --budget: expected the number of rollouts to divide");
    }
    AllocateRequest request =
        new AllocateRequest(
            input,
            Optional.ofNullable(model),
            budget,
            bounds(),
            rule.rule(enough()),
            rates,
            retirements.stream().distinct().map(RetirementName::rule).toList());
    try (SparkSession spark = SessionFactory.open(spec.name())) {
      Configuration hadoop = SessionFactory.hadoop(spark);
      RecordedRun run = RecordedRun.begin(spark, spec.name(), StoredOptions.origin(spec));
      AllocateResult result = new AllocateJob(spark).run(request, run.name());
      Optional<String> page =
          Optional.ofNullable(output).map(folder -> write(folder, run, result, hadoop));
      printing.print(
          () -> AllocateText.json(result, show),
          page,
          out -> out.print(AllocateText.of(result, show) + PageFile.line(page)));
    }
    return ExitCode.COMPLETE.value();
  }

  private static String write(
      String folder, RecordedRun run, AllocateResult result, Configuration hadoop) {
    run.write(folder, result::write);
    return PageFile.ofRun(
        folder,
        run.name().runId(),
        hadoop,
        own ->
            AllocationPage.of(
                own.run(),
                own.rows(AllocationTables.RULES, row -> true),
                own.rows(AllocationTables.ALLOCATIONS, row -> true)));
  }

  private RolloutBounds bounds() {
    String[] ends = perPrompt.split(",", -1);
    try {
      if (ends.length == 2) {
        return new RolloutBounds(
            Integer.parseInt(ends[0].strip()), Integer.parseInt(ends[1].strip()));
      }
    } catch (NumberFormatException e) {
      throw invalidBounds(e);
    }
    throw invalidBounds(null);
  }

  private InvalidInput invalidBounds(NumberFormatException cause) {
    return new InvalidInput(
        "Invalid --per-prompt '%s': expected two whole numbers such as 2,128".formatted(perPrompt),
        cause);
  }

  private OptionalDouble enough() {
    if (enough.strip().equals("none")) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(enough.strip()));
    } catch (NumberFormatException e) {
      throw new InvalidInput(
          "Invalid --enough '%s': expected a number above 0 and below 1, or none".formatted(enough),
          e);
    }
  }
}
