package org.galton.job.run;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.galton.spec.InvalidInput;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;

/**
 * Where a run is: {@code runs/demo}, or {@code runs/demo#run-…} for another run than the latest.
 *
 * @param folder output folder of a sweep
 * @param runId absent for the latest run with a summary
 */
public record RunAddress(String folder, Optional<String> runId) {

  public static RunAddress parse(String text) {
    int mark = text.lastIndexOf('#');
    String folder = mark < 0 ? text : text.substring(0, mark);
    Optional<String> runId = mark < 0 ? Optional.empty() : Optional.of(text.substring(mark + 1));
    if (folder.isBlank() || runId.filter(String::isBlank).isPresent()) {
      throw new InvalidInput(
          "Cannot read run '"
              + text
              + "': expected an output folder, or FOLDER#RUN_ID as in runs/demo#run-20260101-…");
    }
    return new RunAddress(folder, runId);
  }

  /**
   * @throws InvalidInput when the folder holds no such run
   */
  public RunTables open(Configuration configuration) {
    return runId
        .map(id -> RunTables.of(folder, id, configuration))
        .orElseGet(() -> RunTables.latest(folder, configuration));
  }

  /**
   * Where a table of the run lies, the latest finished run that wrote it unless one is named; the
   * input itself where it is no output folder, but somebody's files.
   *
   * @param writers as in "expected the output folder of {writers}"
   * @throws InvalidInput when no finished run there wrote the table
   */
  public static String fileOf(
      String input, Table<?> table, String writers, Configuration configuration) {
    RunAddress address = parse(input);
    if (!address.hasRuns(configuration)) {
      return input;
    }
    OutputFolder output = new OutputFolder(address.folder(), configuration);
    List<String> finished = output.runs(Table.RUNS);
    List<String> runs =
        output.runs(table).stream()
            .filter(finished::contains)
            .sorted(Comparator.reverseOrder())
            .toList();
    return address
        .runId()
        .or(() -> runs.stream().findFirst())
        .filter(runs::contains)
        .map(run -> output.ofRun(table, run).path().toString())
        .orElseThrow(
            () ->
                new InvalidInput(
                    "Cannot read %s: no finished run with a table '%s' is there; the runs that have one are %s; expected the output folder of %s"
                        .formatted(input, table.name(), runs, writers)));
  }

  /** What to say instead of a failure to read rollouts, where the path lies in an output folder. */
  public static Optional<InvalidInput> insideOf(
      String path, InvalidInput failure, Configuration configuration) {
    return Stream.iterate(new Path(path).getParent(), Objects::nonNull, Path::getParent)
        .map(Path::toString)
        .filter(folder -> !folder.isEmpty())
        .filter(folder -> new RunAddress(folder, Optional.empty()).hasRuns(configuration))
        .findFirst()
        .map(
            folder ->
                new InvalidInput(
                    "Cannot read %s as rollouts: it is part of the output folder of a run; write --input %s"
                        .formatted(path, folder),
                    failure));
  }

  /** Whether the folder is one that Galton's runs wrote to. */
  public boolean hasRuns(Configuration configuration) {
    return !new OutputFolder(folder, configuration).runs(Table.RUNS).isEmpty();
  }

  @Override
  public String toString() {
    return folder + runId.map(id -> "#" + id).orElse("");
  }
}
