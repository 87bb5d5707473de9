package org.galton.reinforce;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.reinforce.row.TrainingEvaluationRow;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.spec.SpecSource;
import org.galton.table.RolloutRow;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.TableFile;

/**
 * Runs a spec's training in this process, into outputs of one folder.
 *
 * @param yaml of a training called small, whose output is to be filled in
 */
record SmallTraining(Path folder, String yaml) {

  /** Thrown out of a step that was stored, as if the process had been killed there. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  ReinforceSpec spec(String output, String... overrides) {
    return ReinforceSpec.read(
        new SpecSource("jobs/x.yaml", yaml.formatted(folder.resolve(output)), List.of(overrides)),
        path -> {
          throw new IOException("no file is named");
        });
  }

  /** To its end; returns the steps that it took. */
  List<TrainingStepRow> run(String output, String... overrides) {
    return runUntil(Integer.MAX_VALUE, output, overrides);
  }

  /**
   * @throws Killed after the last step
   */
  List<TrainingStepRow> runUntil(int last, String output, String... overrides) {
    List<TrainingStepRow> rows = new ArrayList<>();
    TrainingNews news =
        new TrainingNews() {
          @Override
          public void resumed(int step) {}

          @Override
          public void stepped(TrainingStepRow row, int steps, double secondsLeft) {
            rows.add(row);
            if (row.step() == last) {
              throw new Killed();
            }
          }

          @Override
          public void evaluated(TrainingEvaluationRow row) {}
        };
    new Reinforcement(
            spec(output, overrides),
            new Configuration(),
            new Reinforcement.BuildVersions("test", "none"),
            news)
        .run();
    return rows;
  }

  /** The file of a checkpoint's weights. */
  byte[] weights(String output, int step) throws IOException {
    String file = String.format(Locale.ROOT, "step-%06d/model.safetensors", step);
    return Files.readAllBytes(folder.resolve(output).resolve(file));
  }

  /** Stored rows of a step. */
  <R extends Record> List<R> rows(String output, Table<R> table, int step) {
    return List.copyOf(
        new OutputFolder(folder.resolve(output).toString(), new Configuration())
            .ofTraining(table, "small", step)
            .rows(table.rows()));
  }

  /** Stored rollouts of steps and evaluations. */
  List<RolloutRow> rollouts(String output) throws IOException {
    return stored(output, Table.ROLLOUTS);
  }

  /** All stored rows of a table. */
  <R extends Record> List<R> stored(String output, Table<R> table) throws IOException {
    List<R> rows = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder.resolve(output).resolve(table.name()))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
        new TableFile(new org.apache.hadoop.fs.Path(file.toString()), new Configuration())
            .forEach(table.rows(), rows::add);
      }
    }
    return rows;
  }
}
