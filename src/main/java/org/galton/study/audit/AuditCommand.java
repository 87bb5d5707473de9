package org.galton.study.audit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.PageFile;
import org.galton.console.PrintOptions;
import org.galton.console.SessionFactory;
import org.galton.console.SpecFile;
import org.galton.console.StoredOptions;
import org.galton.console.TakesSpec;
import org.galton.job.run.RecordedRun;
import org.galton.model.source.Checkpoints;
import org.galton.spec.SpecKey;
import org.galton.spec.SpecSource;
import org.galton.study.audit.row.AuditTables;
import org.galton.study.audit.view.AuditPage;
import org.galton.study.audit.view.AuditSection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code galton audit}: what a model knows and does not say. */
@Command(
    name = "audit",
    description = {
      "Audit models for what they know and do not say.",
      "",
      "Techniques: plain sampling, temperature, words put into the assistant's mouth, examples of"
          + " turns that comply, the user's turn; inside a checkpoint also the logit lens, cosines"
          + " with embeddings, and noise. Each stands beside plain sampling, a base model, and labels"
          + " of other secrets.",
      "",
      "With 'forbidden' in place of 'candidates' it counts literal leaks: an audit for every night."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton audit examples/audit.yaml",
      "         ./galton audit examples/audit.yaml --output runs/audit"
    })
public final class AuditCommand implements Callable<Integer>, TakesSpec {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SPEC",
      converter = HomePath.class,
      description = "A spec of an audit in YAML.")
  private String file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a key of the spec, as in rollouts=20.")
  private List<String> overrides = List.of();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables audits, audit_differences, audit_models, audit_layers,"
              + " audit_trials and runs, and a report, under this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Set<SpecKey> keys(SpecSource source) {
    return AuditSpec.keys(source);
  }

  @Override
  public Integer call() throws IOException {
    AuditSpec wanted = AuditSpec.read(SpecFile.read(file, overrides));
    try (SparkSession spark = SessionFactory.open(spec.name())) {
      Configuration hadoop = SessionFactory.hadoop(spark);
      RecordedRun run = RecordedRun.begin(spark, spec.name(), StoredOptions.origin(spec));
      AuditResult result =
          new AuditJob(
                  JavaSparkContext.fromSparkContext(spark.sparkContext()), new Checkpoints(hadoop))
              .run(wanted, run.name().runId());
      Optional<String> page =
          Optional.ofNullable(output).map(folder -> write(folder, run, result, hadoop));
      printing.print(
          () -> AuditText.json(result),
          page,
          out -> out.print(AuditText.of(result) + PageFile.line(page)));
    }
    return ExitCode.COMPLETE.value();
  }

  private static String write(
      String folder, RecordedRun run, AuditResult result, Configuration hadoop) {
    run.write(folder, result::write);
    return PageFile.ofRun(
        folder,
        run.name().runId(),
        hadoop,
        own ->
            AuditPage.of(
                own.run(),
                new AuditSection(
                    own.rows(AuditTables.AUDITS, row -> true),
                    own.rows(AuditTables.DIFFERENCES, row -> true),
                    own.rows(AuditTables.MODELS, row -> true),
                    own.rows(AuditTables.LAYERS, row -> true))));
  }
}
