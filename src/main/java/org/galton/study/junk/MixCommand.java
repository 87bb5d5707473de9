package org.galton.study.junk;

import java.io.IOException;
import java.util.List;
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
import org.galton.report.StudyPage;
import org.galton.study.junk.row.JunkTables;
import org.galton.study.junk.view.MixSection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton junk mix}: mixtures of junk and control. */
@Command(
    name = "mix",
    description = {
      "Draw mixtures of junk and control that differ in their shares alone: equally many tokens"
          + " within one post, shares within 0.1 points of the dose, no post twice. Posts are drawn"
          + " in the order of seeded hashes of their texts, so files and their order change"
          + " nothing.",
      "",
      "Posts are read and called junk as by 'label'."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton junk mix --input examples/posts.csv",
      "         ./galton junk mix --input posts.parquet --by judge --output runs/mix"
    })
public final class MixCommand implements Callable<Integer> {
  private static final String STUDY = "junk-mix";

  @Spec private CommandSpec spec;

  @Mixin private PostOptions posts;

  @Option(
      names = "--by",
      defaultValue = PostRequest.ENGAGEMENT,
      paramLabel = "RULE",
      description = "engagement, or a column of labels (default: ${DEFAULT-VALUE}).")
  private String rule;

  @Option(
      names = "--doses",
      split = ",",
      defaultValue = "0,20,50,80,100",
      paramLabel = "PERCENT",
      description = "Percent of the tokens that are junk (default: ${DEFAULT-VALUE}).")
  private List<Double> doses;

  @Option(
      names = "--tokens",
      paramLabel = "N",
      description =
          "Tokens of each mixture (default: nine tenths of the most that the posts allow).")
  private Long tokens;

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "SEED",
      description = "Fixes which posts are drawn (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables mixtures, mixture_posts and runs, and a report, under this"
              + " folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    List<String> labels = rule.equals(PostRequest.ENGAGEMENT) ? List.of() : List.of(rule);
    PostRequest given = posts.request(labels);
    try (SparkSession spark = SessionFactory.open(STUDY)) {
      Configuration hadoop = SessionFactory.hadoop(spark);
      RecordedRun run = RecordedRun.begin(spark, STUDY, StoredOptions.origin(spec));
      MixRequest request =
          new MixRequest(
              given.ofRun(hadoop),
              rule,
              doses.stream().map(dose -> dose + 0.0).distinct().sorted().toList(),
              tokens,
              seed);
      MixResult result = new MixJob(spark, request).run(run.name().runId());
      Optional<String> page =
          Optional.ofNullable(output).map(folder -> write(folder, run, result, hadoop));
      printing.print(result::json, page, out -> out.print(result.text() + PageFile.line(page)));
    }
    return ExitCode.COMPLETE.value();
  }

  private static String write(
      String folder, RecordedRun run, MixResult result, Configuration hadoop) {
    run.write(folder, result::write);
    return PageFile.ofRun(
        folder,
        run.name().runId(),
        hadoop,
        own -> {
          MixSection section = new MixSection(own.rows(JunkTables.MIXTURES, row -> true));
          return StudyPage.of(
              STUDY, own.run(), section.finding(), result.notes(), List.of(section));
        });
  }
}
