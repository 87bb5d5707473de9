package org.galton.job.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.LocalSpark;
import org.galton.job.ScriptedModel;
import org.galton.job.Sums;
import org.galton.model.Sampling;
import org.galton.spec.InvalidInput;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.table.FileFault;
import org.galton.table.FileFault.Effect;
import org.galton.table.FileFault.Step;
import org.galton.table.Table;
import org.galton.table.store.FaultyFileSystem;
import org.galton.table.store.TableFile;
import org.galton.table.store.Unfinished;
import org.galton.task.Split;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sweeps on a store where one thing goes wrong. Whatever it is, the sweep completes or says what
 * stopped it; nobody ever sees half a file; and the same command on the store once it is well ends
 * with the tables of an undisturbed sweep, none of its rollouts there twice.
 */
@Tag("slow")
final class SweepFaultsTest {
  private static final int ROLLOUTS = 5 * 8;
  private static final String PUBLISH = "galton.storage.publish";

  @TempDir private static Path shared;
  private static List<List<?>> undisturbed;
  private static int places;

  @TempDir private Path folder;

  @BeforeAll
  static void drawUndisturbed() {
    run(shared.toString());
    undisturbed = tables(shared);
    assertThat(undisturbed).anySatisfy(table -> assertThat(table).hasSize(ROLLOUTS));
  }

  @AfterEach
  void publishAsBefore() {
    configuration().unset(PUBLISH);
  }

  static List<Arguments> faults() {
    List<FileFault> faults =
        List.of(
            FileFault.once(Step.CREATE, Effect.FAILS, "rollouts-", 2),
            FileFault.always(Step.CREATE, Effect.FAILS, "rollouts-"),
            FileFault.once(Step.CREATE, Effect.FAILS, "metrics", 1),
            FileFault.once(Step.CREATE, Effect.FAILS, "_lease", 1),
            FileFault.once(Step.CLOSE, Effect.FAILS, "rollouts-", 2),
            FileFault.always(Step.CLOSE, Effect.FAILS, "rollouts-"),
            FileFault.once(Step.CLOSE, Effect.IS_DONE_AND_FAILS, "rollouts-", 2),
            FileFault.once(Step.CLOSE, Effect.IS_CUT_SHORT, "rollouts-", 3),
            FileFault.once(Step.CLOSE, Effect.IS_CUT_SHORT, "prompts-", 1),
            FileFault.always(Step.CLOSE, Effect.IS_CUT_SHORT, "rollouts-"),
            FileFault.once(Step.OPEN, Effect.FAILS, "rollouts-", 2),
            FileFault.once(Step.OPEN, Effect.FAILS, "_lease", 3),
            FileFault.always(Step.OPEN, Effect.IS_SLOW, "rollouts-"),
            FileFault.once(Step.LIST, Effect.FAILS, "", 4),
            FileFault.always(Step.LIST, Effect.IS_LATE, ""),
            FileFault.once(Step.STATUS, Effect.FAILS, "rollouts-", 3),
            FileFault.always(Step.DELETE, Effect.FAILS, "rollouts-"));
    FileFault ofUploads = FileFault.once(Step.CREATE, Effect.IS_DONE_AND_FAILS, "_lease", 1);
    List<FileFault> ofRenames =
        List.of(
            FileFault.once(Step.RENAME, Effect.FAILS, "rollouts-", 2),
            FileFault.always(Step.RENAME, Effect.FAILS, "rollouts-"),
            FileFault.once(Step.RENAME, Effect.IS_DONE_AND_FAILS, "rollouts-", 2));
    List<Arguments> arguments = new ArrayList<>(List.of(Arguments.of("put", ofUploads)));
    faults.forEach(fault -> arguments.add(Arguments.of("put", fault)));
    Stream.concat(faults.stream(), ofRenames.stream())
        .forEach(fault -> arguments.add(Arguments.of("rename", fault)));
    return arguments;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("faults")
  void sweepOnAFaultyStoreEndsWithTheSameTables(String publish, FileFault fault) {
    configuration().set(PUBLISH, publish);
    String address = FaultyFileSystem.arrange(configuration(), "place" + places++, fault, folder);

    Optional<RuntimeException> stopped = attempt(address);
    stopped.ifPresent(
        reason ->
            assertThat(reason)
                .isInstanceOfAny(Unfinished.class, UncheckedIOException.class, InvalidInput.class)
                .hasMessageStartingWith("Cannot "));
    List<List<?>> left = tables(folder);
    if (stopped.isEmpty()) {
      assertThat(left).isEqualTo(undisturbed);
    }

    configuration().unset(PUBLISH);
    run(folder.toString());
    assertThat(tables(folder)).isEqualTo(undisturbed);
    assertThat(hidden()).isEmpty();
  }

  private static Optional<RuntimeException> attempt(String output) {
    try {
      run(output);
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }

  private static void run(String output) {
    SweepSpec spec =
        new SweepSpec(
            "test",
            7,
            output,
            ROLLOUTS / 5,
            List.of("a"),
            List.of(new TaskSpec(Sums.PLAIN, 5, Split.TEST)),
            List.of(SamplingWish.of(Sampling.untempered(20))),
            new Framing.Raw(),
            Decoding.DEFAULT,
            8,
            0);
    new Sweep(LocalSpark.session(), ScriptedModel.Loader.flawless(), "test")
        .run(spec, progress -> {});
  }

  /** Prompts, rollouts and scores, in an order of their own. */
  private static List<List<?>> tables(Path output) {
    return List.of(
        rows(output, Table.PROMPTS), rows(output, Table.ROLLOUTS), rows(output, Table.SCORES));
  }

  private static <R extends Record> List<String> rows(Path output, Table<R> table) {
    return files(output.resolve(table.name())).stream()
        .filter(file -> file.toString().endsWith(".parquet"))
        .filter(file -> !file.getFileName().toString().startsWith("."))
        .flatMap(file -> read(file, table).stream())
        .map(Record::toString)
        .sorted()
        .toList();
  }

  private static <R extends Record> List<R> read(Path file, Table<R> table) {
    return new TableFile(new org.apache.hadoop.fs.Path(file.toString()), new Configuration())
        .rows(table.rows());
  }

  private List<Path> hidden() {
    return files(folder).stream()
        .filter(file -> file.getFileName().toString().matches("[._].*"))
        .toList();
  }

  private static List<Path> files(Path root) {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Configuration configuration() {
    return LocalSpark.session().sparkContext().hadoopConfiguration();
  }
}
