package org.galton.study.playbook;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.PageFile;
import org.galton.console.PrintOptions;
import org.galton.console.SessionFactory;
import org.galton.console.SpecFile;
import org.galton.console.Stopping;
import org.galton.console.StoredOptions;
import org.galton.console.TakesSpec;
import org.galton.console.TaskFiles;
import org.galton.job.run.RecordedRun;
import org.galton.job.run.RunWriter;
import org.galton.model.source.Checkpoints;
import org.galton.model.source.ModelLoader;
import org.galton.numerics.Fnv1a;
import org.galton.spec.SpecKey;
import org.galton.spec.SpecSource;
import org.galton.study.playbook.row.PlaybookTables;
import org.galton.study.playbook.view.PlaybookPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code galton playbook}: a context that learns by deltas, beside a fixed and a rewritten one. */
@Command(
    name = "playbook",
    description = {
      "Let a playbook of rules grow from a model's answers (ACE), and measure what it is worth.",
      "",
      "A generator answers with the playbook, a reflector says what an answer teaches, a curator"
          + " asks for operations, and a program merges them. Beside it: the fixed prompt, and a"
          + " model that writes its whole context anew. Roles are models, or calibrated: rules of a"
          + " known skill.",
      "",
      "With --output an interrupted run goes on after its last step."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton playbook jobs/playbook.yaml --output runs/playbook",
      "         ./galton playbook jobs/playbook.yaml --set mode=online --set train=0"
    })
public final class PlaybookCommand implements Callable<Integer>, TakesSpec {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SPEC",
      converter = HomePath.class,
      description = "A spec of a study of playbooks in YAML.")
  private String file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a key of the spec, as in epochs=2 or task.levels=[1,2].")
  private List<String> overrides = List.of();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables playbooks, playbook_answers, playbook_scores and runs, and a"
              + " report, under this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Set<SpecKey> keys(SpecSource source) {
    return PlaybookSpec.keys(source);
  }

  @Override
  public Integer call() throws IOException {
    SpecSource source = SpecFile.read(file, overrides);
    PlaybookSpec.read(source, new TaskFiles(SessionFactory.plainHadoop()));
    try (SparkSession spark = SessionFactory.open(spec.name())) {
      Configuration hadoop = SessionFactory.hadoop(spark);
      PlaybookSpec wanted = PlaybookSpec.read(source, new TaskFiles(hadoop));
      RecordedRun run = RecordedRun.begin(spark, spec.name(), StoredOptions.origin(spec));
      Checkpoints models = new Checkpoints(hadoop);
      Asking asking =
          new SparkRoles(JavaSparkContext.fromSparkContext(spark.sparkContext()), wanted, models);
      if (output == null) {
        print(PlaybookJob.run(wanted, run.name().runId(), asking, Journal.NONE), Optional.empty());
        return ExitCode.COMPLETE.value();
      }
      Stopping.of(spec)
          .saying(
              () ->
                  "Stopped. The same command goes on after the last step that is in %s."
                      .formatted(output));
      AtomicReference<PlaybookResult> result = new AtomicReference<>();
      run.write(output, writer -> result.set(stored(wanted, writer, asking, models)));
      String page =
          PageFile.ofRun(
              output,
              run.name().runId(),
              hadoop,
              own ->
                  PlaybookPage.of(
                      own.run(),
                      own.rows(PlaybookTables.VERSIONS, row -> true),
                      own.rows(PlaybookTables.SCORES, row -> true)));
      print(result.get(), Optional.of(page));
    }
    return ExitCode.COMPLETE.value();
  }

  /** Under the lease of the output: what is stored there belongs to this run alone. */
  private static PlaybookResult stored(
      PlaybookSpec wanted, RunWriter writer, Asking asking, ModelLoader models) {
    StoredJournal journal = new StoredJournal(writer, identity(wanted, models));
    PlaybookResult result = PlaybookJob.run(wanted, writer.runId(), asking, journal);
    result.write(writer);
    journal.drop();
    return result;
  }

  /** A hash of the spec and of its models' digests. */
  private static String identity(PlaybookSpec spec, ModelLoader models) {
    Roles roles = spec.roles();
    String digests =
        Stream.of(roles.generator(), roles.reflector(), roles.curator())
            .map(name -> name.equals(Roles.CALIBRATED) ? name : models.card(name).digest())
            .collect(Collectors.joining("\n"));
    return String.format(Locale.ROOT, "%016x", Fnv1a.mixed(spec.identity() + "\n" + digests));
  }

  private void print(PlaybookResult result, Optional<String> page) {
    printing.print(
        () -> RunWords.json(result),
        page,
        out -> out.print(RunWords.of(result) + PageFile.line(page)));
  }
}
