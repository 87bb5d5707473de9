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
import org.galton.study.junk.view.LabelSection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton junk label}: which posts are junk. */
@Command(
    name = "label",
    description = {
      "Call posts junk, control or neither: by engagement, where what is short and popular is junk"
          + " and what is long and unpopular is control, and by columns of labels that a judge or"
          + " people gave. Labels of two rules are compared.",
      "",
      "A row is one post: columns text, likes, reposts, replies and quotes, and optionally id and"
          + " tokens. Without tokens a run of letters and digits counts as one, and so does every"
          + " other character that is no blank."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton junk label --input examples/posts.csv",
      "         ./galton junk label --input examples/posts.csv --labels judge,people --output"
          + " runs/label"
    })
public final class LabelCommand implements Callable<Integer> {
  private static final String STUDY = "junk-label";

  @Spec private CommandSpec spec;

  @Mixin private PostOptions posts;

  @Option(
      names = "--labels",
      split = ",",
      paramLabel = "COLUMN",
      description = "Columns of labels, each a rule of its own.")
  private List<String> labels = List.of();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables labelled_posts, label_counts, label_agreements and runs, and a"
              + " report, under this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    PostRequest request = posts.request(labels);
    try (SparkSession spark = SessionFactory.open(STUDY)) {
      Configuration hadoop = SessionFactory.hadoop(spark);
      RecordedRun run = RecordedRun.begin(spark, STUDY, StoredOptions.origin(spec));
      LabelResult result = new LabelJob(spark, request.ofRun(hadoop)).run(run.name().runId());
      Optional<String> page =
          Optional.ofNullable(output).map(folder -> write(folder, run, result, hadoop));
      printing.print(result::json, page, out -> out.print(result.text() + PageFile.line(page)));
    }
    return ExitCode.COMPLETE.value();
  }

  private static String write(
      String folder, RecordedRun run, LabelResult result, Configuration hadoop) {
    run.write(folder, result::write);
    return PageFile.ofRun(
        folder,
        run.name().runId(),
        hadoop,
        own -> {
          LabelSection section =
              new LabelSection(
                  own.rows(JunkTables.COUNTS, row -> true),
                  own.rows(JunkTables.AGREEMENTS, row -> true));
          return StudyPage.of(STUDY, own.run(), section.finding(), List.of(), List.of(section));
        });
  }
}
