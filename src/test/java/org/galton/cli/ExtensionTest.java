package org.galton.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.galton.console.LocalSpark;
import org.galton.job.sweep.Sweep;
import org.galton.job.sweep.SweepResult;
import org.galton.model.source.Checkpoints;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.galton.study.Study;
import org.galton.sweep.ModelKinds;
import org.galton.sweep.SweepSpec;
import org.galton.table.Table;
import org.galton.table.store.Unfinished;
import org.galton.task.judge.CommandJudgeTest;
import org.galton.task.judge.JudgeKinds;
import org.galton.task.kind.TaskKinds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;

/** The jar of {@code examples/extension} beside this build, as {@code --jars} puts it. */
final class ExtensionTest {
  private static final String CLAIMANT = "META-INF/services/org.galton.task.JudgeKind";

  @TempDir private Path folder;

  private ClassLoader before;

  @BeforeEach
  void rememberClassLoader() {
    before = Thread.currentThread().getContextClassLoader();
  }

  @AfterEach
  void restoreClassLoader() {
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void itsTaskJudgeAndModelsRunInASweep() throws IOException {
    Path jar = ExampleExtension.build(folder);
    try (URLClassLoader beside = beside(jar)) {
      Thread.currentThread().setContextClassLoader(beside);
      SparkSession spark = LocalSpark.session();
      spark.sparkContext().addJar(jar.toString());
      SweepSpec spec = spec("output=" + folder.resolve("runs"));

      SweepResult result = new Sweep(spark, new Checkpoints(), "test").run(spec, progress -> {});

      assertThat(result.exitCode()).isZero();
      assertThat(
              spark
                  .read()
                  .parquet(folder.resolve("runs/scores").toString())
                  .groupBy("model", "task", "scorer")
                  .agg(functions.expr("sum(int(correct))"))
                  .collectAsList())
          .extracting(row -> row.mkString(" "))
          .containsExactlyInAnyOrder(
              "echo:forward reverse reverse/1 0",
              "echo:backward reverse reverse/1 16",
              "echo:forward words last-line/1{after=} 2",
              "echo:backward words last-line/1{after=} 6");
      SpecSource stored = new SpecSource("stored", spec.toYaml(), List.of());
      assertThat(SweepSpec.read(stored, ExtensionTest::open)).isEqualTo(spec);
    }
  }

  @Test
  void aJudgeThatIsAProgramOfTheUsersStopsTheSweepUntilItWorks() throws IOException {
    assumeTrue(
        System.getenv("GALTON_TEST_BROWSER") != null || CommandJudgeTest.hasPython(),
        "no python3 here");
    Path script = folder.resolve("my judge.py");
    Path jar = ExampleExtension.build(folder);
    try (URLClassLoader beside = beside(jar)) {
      Thread.currentThread().setContextClassLoader(beside);
      SparkSession spark = LocalSpark.session();
      spark.sparkContext().addJar(jar.toString());
      SweepSpec spec =
          spec(
              "output=" + folder.resolve("runs"),
              "tasks=[{name: words, kind: jsonl, path: examples/extension/words.jsonl,"
                  + " judge: command, version: 1, command: [python3, '%s']}]".formatted(script));
      Sweep sweep = new Sweep(spark, new Checkpoints(), "test");

      assertThatThrownBy(() -> sweep.run(spec, progress -> {}))
          .isInstanceOf(Unfinished.class)
          .hasMessageStartingWith("Cannot judge with [python3, " + script + "]: 3 times without")
          .hasMessageContaining("ended with exit code 2")
          .hasMessageContaining("No such file");

      Files.copy(Path.of("examples/extension/judge.py"), script);
      SweepResult result = sweep.run(spec, progress -> {});

      assertThat(result.exitCode()).isZero();
      assertThat(result.judged()).isEqualTo(12);
      assertThat(
              spark
                  .read()
                  .parquet(folder.resolve("runs/scores").toString())
                  .groupBy("model")
                  .agg(
                      functions.expr("sum(int(correct))"),
                      functions.expr("count_if(scorer LIKE 'command/1{%,timeout=10.0}')"))
                  .collectAsList())
          .extracting(row -> row.mkString(" "))
          .containsExactlyInAnyOrder("echo:forward 2 6", "echo:backward 6 6");
    }
  }

  @Test
  void withoutTheJarItsKindsAreUnknownAndTheKnownOnesNamed() {
    assertThatThrownBy(() -> spec())
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("'name' is 'reverse', which is no kind of task: expected one of")
        .hasMessageContaining(
            "'judge' is 'last-line': expected one of exact, regex, text, includes, numeric, math,"
                + " choice, json-schema, ifeval, code, command, model");
    assertThatThrownBy(() -> new Checkpoints().card("echo:forward"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("no kind of model is called 'echo'")
        .hasMessageContaining("a name that begins with builtin:, endpoint:, scripted:, serve:");
  }

  @Test
  void withTheJarItsKindsFollowOurs() throws IOException {
    try (URLClassLoader beside = beside(ExampleExtension.build(folder))) {
      Thread.currentThread().setContextClassLoader(beside);

      assertThat(TaskKinds.all().names()).contains("arithmetic", "jsonl").endsWith("reverse");
      assertThat(JudgeKinds.all().names()).startsWith("exact").endsWith("last-line");
      assertThat(ModelKinds.all().names()).startsWith("builtin").endsWith("echo");
      assertThatThrownBy(() -> spec("models=['echo:sideways']"))
          .hasMessageContaining(
              "Cannot find echo:sideways: expected echo:forward or echo:backward");
    }
  }

  @Test
  void aJarThatNamesNoClassOfItsOwnIsRefused() throws IOException {
    Path claimant = folder.resolve(CLAIMANT);
    Files.createDirectories(claimant.getParent());
    Files.writeString(claimant, "org.example.Absent\n");
    try (URLClassLoader beside = beside(folder)) {
      Thread.currentThread().setContextClassLoader(beside);

      assertThatThrownBy(JudgeKinds::all)
          .isInstanceOf(InvalidInput.class)
          .hasMessageStartingWith("Cannot use the judges of a jar after --jars: ")
          .hasMessageContaining("org.example.Absent not found; correct " + CLAIMANT);
    }
  }

  /** A study whose command is called as one of Galton's own. */
  public static final class SecondSql implements Study {
    @Command(name = "sql")
    static final class SqlAgain {}

    @Override
    public Class<?> command() {
      return SqlAgain.class;
    }

    @Override
    public List<Table<?>> tables() {
      return List.of();
    }
  }

  @Test
  void aStudyMayNotTakeTheNameOfACommand() throws IOException {
    Path line = folder.resolve("META-INF/services/org.galton.study.Study");
    Files.createDirectories(line.getParent());
    Files.writeString(line, SecondSql.class.getName() + "\n");
    try (URLClassLoader beside = beside(folder)) {
      Thread.currentThread().setContextClassLoader(beside);

      assertThatThrownBy(Galton::commandLine)
          .isInstanceOf(InvalidInput.class)
          .hasMessage(
              "The study %s is called 'sql', as a command of Galton is: rename it, or leave its jar out"
                  .formatted(SecondSql.class.getName()));
    }
  }

  static URLClassLoader beside(Path path) throws IOException {
    return new URLClassLoader(
        new URL[] {path.toUri().toURL()}, ExtensionTest.class.getClassLoader());
  }

  private static SweepSpec spec(String... overrides) throws IOException {
    Path file = Path.of("examples/extension/sweep.yaml");
    return SweepSpec.read(
        new SpecSource(file.toString(), Files.readString(file), List.of(overrides)),
        ExtensionTest::open);
  }

  private static Reader open(String path) throws IOException {
    return Files.newBufferedReader(Path.of(path));
  }
}
