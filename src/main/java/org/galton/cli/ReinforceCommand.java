package org.galton.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.cli.sweep.TrainingReport;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.PageFile;
import org.galton.console.PrintOptions;
import org.galton.console.SessionFactory;
import org.galton.console.SpecFile;
import org.galton.console.Stopping;
import org.galton.console.TakesSpec;
import org.galton.console.TaskFiles;
import org.galton.console.Versions;
import org.galton.reinforce.ReinforceResult;
import org.galton.reinforce.Reinforcement;
import org.galton.reinforce.page.RecordedTraining;
import org.galton.reinforce.page.TrainingAlarms;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.spec.SpecKey;
import org.galton.spec.SpecSource;
import org.galton.table.store.OutputFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code galton reinforce}: a checkpoint improved by its own rollouts. */
@Command(
    name = "reinforce",
    description = {
      "Improve a checkpoint by reinforcement learning with verifiable rewards.",
      "Each step draws rollouts, has them judged and learns from them; rollouts, scores and the",
      "account of each step are tables of the output folder. After an interruption the same"
          + " command",
      "goes on.",
      "It starts no Spark, unless the spec has drawing or learner of the kind executors."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton reinforce jobs/reinforce-countdown.yaml --set steps=20 --set"
          + " output=runs/mine"
    })
final class ReinforceCommand implements Callable<Integer>, TakesSpec {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SPEC",
      converter = HomePath.class,
      description = "A spec of a reinforcement training in YAML.")
  private String file;

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Overrides a key of the spec.")
  private List<String> overrides = List.of();

  @Mixin private PrintOptions printing;

  @Override
  public Set<SpecKey> keys(SpecSource source) {
    return ReinforceSpec.keys(source);
  }

  @Override
  public Integer call() throws IOException {
    Configuration hadoop = SessionFactory.plainHadoop();
    ReinforceSpec wanted =
        ReinforceSpec.read(SpecFile.read(file, overrides), new TaskFiles(hadoop));
    wanted.objective().remarks().forEach(spec.commandLine().getErr()::println);
    Stopping.of(spec)
        .saying(
            () ->
                "Stopped. The same command goes on after the last step that is in %s."
                    .formatted(wanted.output()));
    OutputFolder output =
        new OutputFolder(Path.of(wanted.output()).toAbsolutePath().toString(), hadoop);
    ReinforceResult result = run(wanted, hadoop, alarms(output, wanted));
    RecordedTraining training = RecordedTraining.read(output, wanted.training());
    String page = TrainingReport.write(wanted.output(), training, hadoop);
    printing.print(
        () -> ReinforceJson.of(result, training),
        Optional.of(page),
        out -> {
          ReinforceReport.summary(result, training).forEach(out::println);
          out.print(PageFile.line(Optional.of(page)));
        });
    return ExitCode.COMPLETE.value();
  }

  /** Of the steps that are stored already. */
  private static TrainingAlarms alarms(OutputFolder output, ReinforceSpec wanted) {
    return TrainingAlarms.of(RecordedTraining.read(output, wanted.training()).steps());
  }

  /** A training by this process alone starts no Spark. */
  private ReinforceResult run(ReinforceSpec wanted, Configuration hadoop, TrainingAlarms alarms)
      throws IOException {
    if (!wanted.placement().needsSpark()) {
      return training(wanted, hadoop, alarms).run();
    }
    try (SparkSession session = SessionFactory.open("reinforce")) {
      return training(wanted, SessionFactory.hadoop(session), alarms).run();
    }
  }

  private Reinforcement training(
      ReinforceSpec wanted, Configuration hadoop, TrainingAlarms alarms) {
    return new Reinforcement(
        wanted,
        hadoop,
        new Reinforcement.BuildVersions(Versions.galton(), Versions.all().get("spark")),
        new ReinforceReport(spec.commandLine().getErr(), alarms));
  }
}
