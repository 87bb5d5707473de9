package org.galton.job.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.ChildJvm;
import org.galton.console.LocalSpark;
import org.galton.job.upkeep.FolderCheck;
import org.galton.table.RolloutRow;
import org.galton.table.SearchNodesRow;
import org.galton.table.SearchesRow;
import org.galton.table.Table;
import org.galton.table.store.GenerationFolder;
import org.galton.table.store.OutputFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep with searches whose process is really killed, at three places of a shard. */
@Tag("slow")
final class KilledSearchedSweepTest {
  private static final Configuration HADOOP = new Configuration();

  /** Three ways to draw, each of three prompts, two rollouts each, in shards of one. */
  private static final int ROLLOUTS = 3 * 3 * 2;

  private static final int TREES = 3 * 2;
  private static final String SPEC =
      """
      sweep: killed
      seed: 3
      output: %s
      models: [builtin:abacus@1547]
      tasks: [{name: countdown, prompts: 3}]
      sampling:
        - {temperature: 1.0, max_tokens: 48, sampler: {kind: tree, block: 12, children: 4, trajectories: 4}}
        - {temperature: 1.0, max_tokens: 48, sampler: {kind: vgb, block: 8, step_constant: 0.3, max_restarts: 2}}
        - {temperature: 1.0, max_tokens: 48}
      rollouts: 2
      shard_rollouts: 1
      decoding: {slots: 16}
      """;

  @TempDir private Path folder;

  @Test
  void killedAnywhereTheSameCommandEndsWithTheSameRows() throws Exception {
    assertThat(start("undisturbed").waitFor()).as(log("undisturbed")).isZero();

    // A tree that is being written; a tree whose rollout is not there yet; a rollout that is there.
    killOnce("search_nodes", name -> true);
    killOnce("search_nodes", KilledSearchedSweepTest::isPublished);
    killOnce("rollouts", KilledSearchedSweepTest::isPublished);
    // What a process leaves that dies while its file system writes.
    Path whole = files("search_nodes", KilledSearchedSweepTest::isPublished).get(0);
    byte[] bytes = Files.readAllBytes(whole);
    Path half = whole.resolveSibling("." + whole.getFileName() + ".half");
    Files.write(half, Arrays.copyOf(bytes, bytes.length / 2));
    // And one that two attempts at a shard have written, neither of which came to the rollouts.
    Files.write(whole.resolveSibling("rollouts-twice.parquet"), bytes);

    assertThat(start("killed").waitFor()).as(log("killed")).isZero();
    assertThat(rollouts("killed")).hasSize(ROLLOUTS).isEqualTo(rollouts("undisturbed"));
    assertThat(searches("killed")).hasSize(2 * TREES).isEqualTo(searches("undisturbed"));
    assertThat(nodes("killed")).hasSizeGreaterThan(10 * TREES).isEqualTo(nodes("undisturbed"));
    assertThat(
            new FolderCheck(LocalSpark.session(), new OutputFolder(output("killed"), HADOOP))
                .faults())
        .isEmpty();
    assertThat(whole.resolveSibling("rollouts-twice.parquet")).doesNotExist();
  }

  private static boolean isPublished(String name) {
    return name.endsWith(".parquet") && !name.startsWith(".");
  }

  /** Kills a run as soon as there is one more of these files than before. */
  private void killOnce(String table, Predicate<String> named) throws Exception {
    List<Path> before = files(table, named);
    Process run = start("killed");
    while (before.containsAll(files(table, named)) && run.isAlive()) {
      Thread.sleep(1);
    }
    assertThat(run.isAlive()).as("still running when it is to be killed").isTrue();
    run.destroyForcibly().waitFor();
    assertThat(rollouts("killed").size()).isLessThan(ROLLOUTS);
  }

  private List<Path> files(String table, Predicate<String> named) {
    try (Stream<Path> found = Files.walk(Path.of(output("killed"), table))) {
      return found
          .filter(path -> named.test(path.getFileName().toString()))
          .filter(Files::isRegularFile)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private Process start(String name) throws IOException {
    Path spec = Files.writeString(folder.resolve(name + ".yaml"), SPEC.formatted(output(name)));
    List<String> command = new ArrayList<>(ChildJvm.command("1g"));
    command.addAll(
        List.of(
            "-Dspark.master=local[1]",
            "-Dspark.ui.enabled=false",
            "-Dspark.driver.bindAddress=127.0.0.1",
            "-Dspark.driver.host=127.0.0.1",
            "org.galton.cli.Galton",
            "sweep",
            spec.toString()));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve(name + ".log").toFile()))
        .start();
  }

  private String log(String name) throws IOException {
    return Files.readString(folder.resolve(name + ".log"));
  }

  private String output(String name) {
    return folder.resolve(name).toString();
  }

  private Map<String, String> rollouts(String name) {
    return rows(
        name,
        Table.ROLLOUTS,
        GenerationFolder::rollouts,
        (RolloutRow row) ->
            List.of(
                row.generation() + " " + row.promptId() + " " + row.rolloutIndex(),
                row.status() + " " + row.completionTokens() + " " + row.completion()));
  }

  /** All columns but the time. */
  private Map<String, String> searches(String name) {
    return rows(
        name,
        Table.SEARCHES,
        GenerationFolder::searches,
        (SearchesRow row) ->
            List.of(
                row.generation() + " " + row.promptId() + " " + row.rolloutIndex(),
                row.toString().replaceAll(", verifierSeconds=[^,\\]]*", "")));
  }

  /** Of the figures of the model, whose last digits depend on what it drew at once, two digits. */
  private Map<String, String> nodes(String name) {
    return rows(
        name,
        Table.SEARCH_NODES,
        GenerationFolder::searchNodes,
        (SearchNodesRow row) ->
            List.of(
                row.generation()
                    + " %s %d %d".formatted(row.promptId(), row.rolloutIndex(), row.node()),
                row.toString()
                    .replace("=" + row.entropy(), "=" + Math.rint(row.entropy() * 100))
                    .replace("=" + row.logprobMean(), "=" + Math.rint(row.logprobMean() * 100))));
  }

  /** Of the files that count; fails on a key that is there twice. */
  private <R extends Record> Map<String, String> rows(
      String name,
      Table<R> table,
      Function<GenerationFolder, org.apache.hadoop.fs.Path> place,
      Function<R, List<String>> keyed) {
    OutputFolder output = new OutputFolder(output(name), HADOOP);
    Map<String, String> rows = new TreeMap<>();
    for (GenerationFolder generation : output.generations()) {
      for (var file : output.list(place.apply(generation))) {
        output
            .file(file)
            .forEach(
                table.rows(),
                row -> {
                  List<String> entry = keyed.apply(row);
                  assertThat(rows.put(entry.get(0), entry.get(1))).as(entry.get(0)).isNull();
                });
      }
    }
    return rows;
  }
}
