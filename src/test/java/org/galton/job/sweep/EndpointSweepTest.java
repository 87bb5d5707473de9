package org.galton.job.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.LocalSpark;
import org.galton.job.Sums;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.Sampling;
import org.galton.model.Uniforms;
import org.galton.model.endpoint.Backoff;
import org.galton.model.endpoint.EndpointSource;
import org.galton.model.endpoint.MisbehavingServer;
import org.galton.model.endpoint.ServerFault;
import org.galton.model.endpoint.SharedEndpoints;
import org.galton.model.source.ModelLoader;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.table.BooksRow;
import org.galton.table.RolloutRow;
import org.galton.table.Table;
import org.galton.table.store.TableFile;
import org.galton.table.store.Unfinished;
import org.galton.task.Split;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep over a server that misbehaves. */
final class EndpointSweepTest {
  private static final String SECRET = "sk-Very5ecret";
  private static final int PROMPTS = 5;
  private static final int ROLLOUTS = 40;
  private static final int WANTED = PROMPTS * ROLLOUTS;

  @TempDir private Path folder;

  private record Loader() implements ModelLoader {
    @Override
    public ModelCard card(String source) {
      return EndpointSource.parse(source).card();
    }

    @Override
    public Decoding decoding(String source, Decoding wanted) {
      return wanted.withDevice("endpoint");
    }

    @Override
    public LanguageModel load(String source, Decoding decoding) {
      return SharedEndpoints.open(
          source, name -> SECRET, new Backoff(Duration.ofMillis(2), Duration.ofMillis(20)));
    }
  }

  @Tag("slow")
  @Test
  void booksBalanceThroughFaultsAndAResumeAsksOnlyForWhatIsMissing() {
    AtomicBoolean sick = new AtomicBoolean(true);
    MisbehavingServer.Script script =
        (seed, attempt) ->
            sick.get() && Uniforms.at(seed, attempt) < 0.4
                ? Optional.of(ServerFault.values()[(int) (seed % ServerFault.values().length)])
                : Optional.empty();
    try (MisbehavingServer server =
        new MisbehavingServer(script, (prompt, seed, serial) -> "so " + seed % 10)) {
      SweepSpec spec =
          spec(server.source("key_variable=TEST_TOKEN", "attempts=2", "timeout=10", "revision=7"));
      SweepResult first = run(spec);

      assertThat(first.failed()).isBetween(1L, (long) WANTED / 2);
      assertThat(first.exitCode()).isEqualTo(1);
      assertBalance(first, first.failed());
      assertThat(rollouts()).hasSize(WANTED);
      assertThat(rollouts())
          .filteredOn(row -> row.error() != null)
          .hasSize((int) first.failed())
          .allMatch(row -> row.error().startsWith("no completion in 2 attempts"));
      assertNothingStoredShowsTheKey();

      sick.set(false);
      int requests = server.requests();
      SweepResult second = run(spec);

      assertThat(server.requests() - requests).isEqualTo((int) first.failed());
      assertThat(second.exitCode()).isZero();
      assertBalance(second, 0);
      assertThat(rollouts())
          .hasSize(WANTED)
          .allMatch(row -> row.error() == null && row.model().equals("test/model@7"))
          .allMatch(row -> row.completionTokens() == 2)
          // An answer without a usage does not say.
          .allMatch(row -> row.promptTokens() == null || row.promptTokens() == 4)
          .allMatch(row -> row.device().equals("endpoint"))
          .extracting(row -> row.promptId() + row.rolloutIndex())
          .doesNotHaveDuplicates();
      assertThat(rollouts())
          .filteredOn(row -> row.promptTokens() == null)
          .hasSizeLessThan(WANTED / 5);
      assertNothingStoredShowsTheKey();
      assertThat(server.keys()).containsOnly("Bearer " + SECRET);
    }
  }

  @Test
  void aSweepWithoutItsServerIsUnfinishedAndHasNoFailures() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    SweepSpec spec = spec("endpoint:http://127.0.0.1:" + port + "/v1?model=m&attempts=2");

    assertThatThrownBy(() -> run(spec))
        .isInstanceOf(Unfinished.class)
        .hasMessageContaining("Cannot reach the server of model m at http://127.0.0.1:" + port);
    assertThat(rollouts()).isEmpty();
  }

  private SweepSpec spec(String model) {
    return new SweepSpec(
        "test",
        7,
        folder.toString(),
        ROLLOUTS,
        List.of(model),
        List.of(new TaskSpec(Sums.PLAIN, PROMPTS, Split.TEST)),
        List.of(SamplingWish.of(Sampling.untempered(20))),
        new Framing.Raw(),
        Decoding.DEFAULT,
        64,
        0);
  }

  private static SweepResult run(SweepSpec spec) {
    return new Sweep(LocalSpark.session(), new Loader(), "test").run(spec, progress -> {});
  }

  private static void assertBalance(SweepResult result, long failed) {
    BooksRow books = result.summary().orElseThrow().books().get(0);
    assertThat(books.requested()).isEqualTo(WANTED);
    assertThat(books.failed()).isEqualTo(failed);
    assertThat(books.scored() + books.unscored() + books.failed()).isEqualTo(WANTED);
  }

  private List<RolloutRow> rollouts() {
    return files().stream()
        .filter(file -> file.toString().contains("/rollouts/") && isTable(file))
        .flatMap(file -> rows(file, Table.ROLLOUTS).stream())
        .toList();
  }

  /** Files are compressed: what they hold is looked at, and what their names and bytes say. */
  private void assertNothingStoredShowsTheKey() {
    assertThat(rollouts().toString()).doesNotContain(SECRET);
    for (Path file : files()) {
      if (file.toString().contains("/runs/") && isTable(file)) {
        assertThat(rows(file, Table.RUNS).toString())
            .contains("key_variable=TEST_TOKEN")
            .doesNotContain(SECRET);
      }
      assertThat(file.toString()).doesNotContain(SECRET);
      assertThat(latin(file)).doesNotContain(SECRET);
    }
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String latin(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isTable(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".parquet") && !name.startsWith(".");
  }

  private static <R extends Record> List<R> rows(Path file, Table<R> table) {
    return new TableFile(new org.apache.hadoop.fs.Path(file.toString()), new Configuration())
        .rows(table.rows());
  }
}
