package org.galton.study.emergence;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.PageFile;
import org.galton.console.SessionFactory;
import org.galton.console.StoredOptions;
import org.galton.emergence.Detrending;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.NullModel;
import org.galton.information.InformationEstimator;
import org.galton.information.PidMeasure;
import org.galton.spec.InvalidInput;
import org.galton.study.emergence.view.EmergencePage;
import org.galton.study.emergence.view.EmergenceRows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton emergence}: whether groups of agents are more than their members. */
@Command(
    name = "emergence",
    description = {
      "Say whether groups of agents are more than their members: synergy of pairs about their next"
          + " state (capacity), a whole that predicts itself better than its parts do (s_macro),"
          + " and what coalitions of three say (i3, g3).",
      "",
      "Every figure is biased upward on few rounds and no evidence by itself. It is shown beside"
          + " what surrogate groups give: row deals each round's values to the agents anew, offset"
          + " takes another window of each agent's series, shift rotates it, block permutes blocks"
          + " of it, time all of its rounds, functional simulates agents that only follow their"
          + " group's feedback. What exceeds functional alone may be noise; what does not exceed"
          + " offset is no alignment.",
      "",
      "Columns: group, round, agent and value. Optional: experiment, condition, target, success and"
          + " macro. Or a file per group with columns round, agent_1, agent_2 and so on; the folder"
          + " that it lies in is then its condition."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton emergence --trajectories groups.csv",
      "         ./galton emergence --trajectories games --detrend linear",
      "         ./galton emergence --trajectories groups.csv --sensitivity",
      "         ./galton emergence --trajectories runs/games --nulls functional"
    })
public final class EmergenceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--trajectories",
      required = true,
      paramLabel = "PATH",
      converter = HomePath.class,
      description =
          "A *.csv, *.jsonl or *.parquet file, or a folder of such files of one format; or the"
              + " output folder of a sweep of an environment, or FOLDER#RUN_ID.")
  private String trajectories;

  @Option(
      names = "--nulls",
      split = ",",
      defaultValue = "row,offset",
      paramLabel = "NAME",
      description =
          "Null models: row, offset, shift, block, time, functional, which needs targets; or none"
              + " (default: ${DEFAULT-VALUE}).")
  private List<String> nulls = new ArrayList<>();

  @Option(
      names = "--measures",
      split = ",",
      paramLabel = "MEASURE",
      description =
          "What counts as redundant: imin, mmi, broja, sx (default: imin,mmi,broja; of three bins"
              + " or more without broja, whose search is then a thousand times as slow).")
  private List<PidMeasure> measures = new ArrayList<>();

  @Option(
      names = "--bins",
      defaultValue = "2",
      paramLabel = "K",
      description = "Bins of each series, at its own quantiles (default: ${DEFAULT-VALUE}).")
  private int bins;

  @Option(
      names = "--lag",
      defaultValue = "1",
      paramLabel = "ROUNDS",
      description = "Rounds between now and next (default: ${DEFAULT-VALUE}).")
  private int lag;

  @Option(
      names = "--estimator",
      defaultValue = "jeffreys",
      paramLabel = "ESTIMATOR",
      description =
          "plug-in, jeffreys, james-stein, or miller-madow, which goes with --measures mmi only"
              + " (default: ${DEFAULT-VALUE}).")
  private InformationEstimator estimator;

  @Option(
      names = "--surrogates",
      defaultValue = "200",
      paramLabel = "B",
      description =
          "Surrogates of each group and null model; where a decision about many groups needs more,"
              + " up to 20,000 are drawn (default: ${DEFAULT-VALUE}).")
  private int surrogates;

  @Option(
      names = "--windows",
      split = ",",
      defaultValue = "whole,10",
      paramLabel = "ROUNDS",
      description =
          "Parts to look at, each by itself: whole, or a number of rounds from the start, of groups"
              + " that lasted as long, which success is compared with (default: ${DEFAULT-VALUE}).")
  private List<String> windows = new ArrayList<>();

  @Option(
      names = "--detrend",
      defaultValue = "none",
      paramLabel = "HOW",
      description =
          "none, or linear, which takes a line off each series: a common decline looks like"
              + " coordination (default: ${DEFAULT-VALUE}).")
  private Detrending detrend;

  @Option(
      names = "--block-length",
      paramLabel = "ROUNDS",
      description = "Of the null model block (default: the cube root of the rounds, at least 2).")
  private Integer blockLength;

  @Option(
      names = "--level",
      defaultValue = "0.05",
      paramLabel = "P",
      description = "A p or q at most this is significant (default: ${DEFAULT-VALUE}).")
  private double level;

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "SEED",
      description = "Fixes the surrogates (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--sensitivity",
      description =
          "Say how far the claims hang on bins, estimator and measure, instead of the figures: one"
              + " analysis for 2 and 3 bins by plug-in, jeffreys and miller-madow each.")
  private boolean sensitivity;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables trajectories, emergence_* and runs, and a report, under this"
              + " folder.")
  private String output;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    EmergenceRequest request =
        new EmergenceRequest(
            trajectories, settings(), windows.stream().map(Window::parse).toList(), level);
    PrintWriter out = spec.commandLine().getOut();
    if (sensitivity && output != null) {
      throw new InvalidInput(
          "Cannot write --sensitivity under %s: it has no table; leave --output out, or use --json"
              .formatted(output));
    }
    try (SparkSession spark = SessionFactory.open("emergence")) {
      if (sensitivity) {
        List<SensitivityCell> cells = new SensitivityJob(spark).run(request);
        out.print(
            json ? EmergenceJson.of(cells).toPrettyString() + "\n" : SensitivityTable.of(cells));
        out.flush();
        return ExitCode.COMPLETE.value();
      }
      EmergenceJob job = new EmergenceJob(spark);
      EmergenceResult result =
          output == null ? job.run(request) : job.run(request, output, StoredOptions.origin(spec));
      Optional<String> report =
          Optional.ofNullable(output)
              .map(dir -> page(dir, result.runId(), SessionFactory.hadoop(spark)));
      out.print(
          json
              ? PageFile.json(EmergenceJson.of(result), report)
              : EmergenceText.of(result) + PageFile.line(report));
      out.flush();
    }
    return ExitCode.COMPLETE.value();
  }

  private static String page(String folder, String runId, Configuration hadoop) {
    return PageFile.ofRun(
        folder,
        runId,
        hadoop,
        run -> EmergencePage.of(run.run(), EmergenceRows.read(run::forEach)));
  }

  private EmergenceSettings settings() {
    EmergenceSettings settings =
        EmergenceSettings.withDefaults()
            .withBins(bins)
            .withLag(lag)
            .withEstimator(
                estimator
                    .discrete()
                    .orElseThrow(
                        () ->
                            new InvalidInput(
                                "Invalid --estimator %s: expected plug-in, jeffreys, james-stein or miller-madow"
                                    .formatted(estimator))))
            .withMeasures(measures())
            .withNulls(models())
            .withSurrogates(surrogates)
            .withDetrending(detrend)
            .withSeed(seed);
    return blockLength == null ? settings : settings.withBlockLength(blockLength);
  }

  private List<PidMeasure> measures() {
    if (!measures.isEmpty()) {
      return measures;
    }
    return bins == 2
        ? List.of(PidMeasure.IMIN, PidMeasure.MMI, PidMeasure.BROJA)
        : List.of(PidMeasure.IMIN, PidMeasure.MMI);
  }

  private List<NullModel> models() {
    if (nulls.equals(List.of("none"))) {
      return List.of();
    }
    List<NullModel> models = new ArrayList<>();
    for (String name : nulls) {
      models.add(
          Arrays.stream(NullModel.values())
              .filter(model -> model.label().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new InvalidInput(
                          "Invalid --nulls '%s': expected some of row, offset, shift, block, time and functional, or none alone"
                              .formatted(name))));
    }
    return models;
  }
}
