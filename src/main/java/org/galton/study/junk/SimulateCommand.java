package org.galton.study.junk;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.galton.junk.generated.Axis;
import org.galton.junk.generated.Planted;
import org.galton.report.StudyPage;
import org.galton.spec.InvalidInput;
import org.galton.study.junk.row.JunkTables;
import org.galton.study.junk.view.RecoverySection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton junk simulate}: whether the study finds what was planted. */
@Command(
    name = "simulate",
    description = {
      "Make posts whose length, popularity and meaning are drawn each by itself, mix them by each"
          + " of these, score the mixtures by a dependence that is planted, and study the scores"
          + " many times: is the planted slope found?",
      "",
      "What it writes can be studied by 'label', 'mix' and 'dose', with the folder as --input."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton junk simulate --posts 3000 --studies 50",
      "         ./galton junk simulate --effect length=-0.1,popularity=-0.166 --output"
          + " runs/junk"
    })
public final class SimulateCommand implements Callable<Integer> {
  private static final String STUDY = "junk-simulate";

  @Spec private CommandSpec spec;

  @Option(
      names = "--posts",
      defaultValue = "4000",
      paramLabel = "N",
      description = "Posts (default: ${DEFAULT-VALUE}).")
  private int posts;

  @Option(
      names = "--effect",
      converter = NamedNumber.Converter.class,
      defaultValue = "length=-0.1,meaning=-0.15",
      split = ",",
      paramLabel = "AXIS=POINTS",
      description =
          "Points of the score for a percent of junk by length, popularity or meaning; 0 for those"
              + " that are not named (default: ${DEFAULT-VALUE}).")
  private List<NamedNumber> effects;

  @Option(
      names = "--noise",
      defaultValue = "2",
      paramLabel = "POINTS",
      description = "Standard deviation of a score (default: ${DEFAULT-VALUE}).")
  private double noise;

  @Option(
      names = "--models",
      defaultValue = "4",
      paramLabel = "N",
      description = "Models of a study (default: ${DEFAULT-VALUE}).")
  private int models;

  @Option(
      names = "--studies",
      defaultValue = "200",
      paramLabel = "N",
      description = "Studies, each with new noise (default: ${DEFAULT-VALUE}).")
  private int studies;

  @Option(
      names = "--doses",
      split = ",",
      defaultValue = "0,20,50,80,100",
      paramLabel = "PERCENT",
      description = "Percent of the tokens that are junk (default: ${DEFAULT-VALUE}).")
  private List<Double> doses;

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "SEED",
      description = "Fixes everything (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables simulated_posts, simulated_scores, simulated_recoveries and runs,"
              + " and a report, under this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    List<Double> ascending = doses.stream().map(dose -> dose + 0.0).distinct().sorted().toList();
    if (ascending.size() < 2) {
      throw new InvalidInput("Invalid --doses %s: expected two or more".formatted(ascending));
    }
    SimulateRequest request =
        new SimulateRequest(
            posts, new Planted(planted(), noise, seed), models, studies, ascending, seed);
    try (SparkSession spark = SessionFactory.open(STUDY)) {
      Configuration hadoop = SessionFactory.hadoop(spark);
      RecordedRun run = RecordedRun.begin(spark, STUDY, StoredOptions.origin(spec));
      SimulateResult result = new Simulation(run.name().runId(), request).run();
      Optional<String> page =
          Optional.ofNullable(output).map(folder -> write(folder, run, result, hadoop));
      printing.print(result::json, page, out -> out.print(result.text() + PageFile.line(page)));
    }
    return ExitCode.COMPLETE.value();
  }

  private Map<Axis, Double> planted() {
    Map<Axis, Double> planted = new EnumMap<>(Axis.class);
    for (NamedNumber effect : effects) {
      Axis axis =
          Arrays.stream(Axis.values())
              .filter(one -> one.word().equals(effect.name()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new InvalidInput(
                          "Invalid --effect %s: expected length, popularity or meaning"
                              .formatted(effect.name())));
      if (planted.put(axis, effect.number()) != null) {
        throw new InvalidInput(
            "Invalid --effect %s: it is there twice; expected one number for each"
                .formatted(effect.name()));
      }
    }
    return planted;
  }

  private static String write(
      String folder, RecordedRun run, SimulateResult result, Configuration hadoop) {
    run.write(folder, result::write);
    return PageFile.ofRun(
        folder,
        run.name().runId(),
        hadoop,
        own -> {
          RecoverySection section =
              new RecoverySection(own.rows(JunkTables.SIMULATED_RECOVERIES, row -> true));
          return StudyPage.of(STUDY, own.run(), section.finding(), List.of(), List.of(section));
        });
  }
}
