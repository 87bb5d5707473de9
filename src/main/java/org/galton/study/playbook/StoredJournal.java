package org.galton.study.playbook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.galton.job.run.RunWriter;
import org.galton.study.playbook.row.PlaybookTables;
import org.galton.table.Table;
import org.galton.table.store.TableFile;

/**
 * Steps in a folder of the output that readers pass over, named by all that the results depend on.
 * A step's version is written after its answers: where it is there, the step is whole.
 */
final class StoredJournal implements Journal {
  private final RunWriter run;
  private final Path folder;

  /**
   * @param identity of the study, such as a hash
   */
  StoredJournal(RunWriter run, String identity) {
    this.run = run;
    this.folder = new Path(run.output().root(), "_playbook-" + identity);
  }

  @Override
  public Optional<StoredStep> find(Arm arm, int step) {
    TableFile version = file(PlaybookTables.VERSIONS, arm, step);
    if (!version.exists()) {
      return Optional.empty();
    }
    return Optional.of(
        new StoredStep(
            version.rows(PlaybookTables.VERSIONS.rows()).get(0).of(run.runId()),
            file(PlaybookTables.ANSWERS, arm, step).rows(PlaybookTables.ANSWERS.rows()).stream()
                .map(row -> row.of(run.runId()))
                .toList()));
  }

  @Override
  public void keep(Arm arm, StoredStep step) {
    int number = step.version().step();
    publish(PlaybookTables.ANSWERS, arm, number, step.answers());
    publish(PlaybookTables.VERSIONS, arm, number, List.of(step.version()));
  }

  /** When the tables hold everything. */
  void drop() {
    run.output().drop(folder);
  }

  private <R extends Record> void publish(Table<R> table, Arm arm, int step, List<R> rows) {
    TableFile file = file(table, arm, step);
    if (file.exists()) {
      // Of a step that was broken off before its version was there.
      file.delete();
    }
    file.publish(table, rows, () -> run.fence().check(run.output()));
  }

  private TableFile file(Table<?> table, Arm arm, int step) {
    return run.output()
        .file(
            new Path(folder, arm.label()),
            String.format(Locale.ROOT, "%s-%07d", table.name(), step));
  }
}
