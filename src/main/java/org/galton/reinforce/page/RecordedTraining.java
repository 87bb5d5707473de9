package org.galton.reinforce.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.galton.job.run.StoredRuns;
import org.galton.reinforce.row.TrainingEvaluationRow;
import org.galton.reinforce.row.TrainingGroupRow;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.reinforce.row.TrainingTables;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.galton.table.RunRow;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.StoredFile;

/** What a training has left in its tables so far, whether it goes on, was killed, or ended. */
public final class RecordedTraining {
  private final OutputFolder output;
  private final String name;
  private final Optional<String> given;
  private final List<RunRow> runs;
  private final List<TrainingStepRow> steps;
  private final List<TrainingEvaluationRow> evaluations;

  private RecordedTraining(OutputFolder output, String name, Optional<String> given) {
    this.output = output;
    this.name = name;
    this.given = given;
    this.runs = runs(output, name);
    this.steps = rows(TrainingTables.STEPS, Comparator.comparingInt(TrainingStepRow::step));
    this.evaluations =
        rows(
            TrainingTables.EVALUATIONS,
            Comparator.comparingInt(TrainingEvaluationRow::step)
                .thenComparing(TrainingEvaluationRow::task));
  }

  /** Of a training that has left nothing all lists are empty. */
  public static RecordedTraining read(OutputFolder output, String name) {
    return new RecordedTraining(output, name, Optional.empty());
  }

  /**
   * Likewise.
   *
   * @param spec YAML, for a training of which no run has ended and stored its own
   */
  public static RecordedTraining read(OutputFolder output, String name, String spec) {
    return new RecordedTraining(output, name, Optional.of(spec));
  }

  /** The trainings of a folder, by name. */
  public static List<String> names(OutputFolder output) {
    return output.trainings(TrainingTables.STEPS).stream().sorted().toList();
  }

  private static List<RunRow> runs(OutputFolder output, String name) {
    List<RunRow> found =
        new ArrayList<>(
            new StoredRuns(output)
                .latestFirst()
                .filter(run -> run.sweep().equals(name) && isOfTraining(run))
                .toList());
    found.sort(Comparator.comparing(RunRow::started));
    return List.copyOf(found);
  }

  /** A sweep of the same name may have run in the same folder. */
  private static boolean isOfTraining(RunRow run) {
    try {
      return ReinforceSpec.isMeantBy(new SpecSource("runs", run.spec(), List.of()));
    } catch (InvalidInput e) {
      return false;
    }
  }

  private <R extends Record> List<R> rows(Table<R> table, Comparator<R> order) {
    List<R> rows = new ArrayList<>();
    forEach(table, rows::add);
    rows.sort(order);
    return List.copyOf(rows);
  }

  private <R extends Record> void forEach(Table<R> table, Consumer<R> each) {
    for (StoredFile file : output.ofTraining(table, name)) {
      output.file(file).forEach(table.rows(), each);
    }
  }

  public String name() {
    return name;
  }

  /** Its runs that ended, in their order; one that was killed has left no row. */
  public List<RunRow> runs() {
    return runs;
  }

  /** Settings of the last run that ended; else those that were given. */
  Optional<String> spec() {
    return runs.isEmpty() ? given : Optional.of(runs.get(runs.size() - 1).spec());
  }

  public List<TrainingStepRow> steps() {
    return steps;
  }

  /** By step, then by task. */
  public List<TrainingEvaluationRow> evaluations() {
    return evaluations;
  }

  /** The prompts of all steps, step by step: a table that need not fit into memory. */
  void forEachGroup(Consumer<TrainingGroupRow> each) {
    forEach(TrainingTables.GROUPS, each);
  }
}
