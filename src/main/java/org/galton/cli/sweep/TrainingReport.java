package org.galton.cli.sweep;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.PageFile;
import org.galton.reinforce.page.RecordedTraining;
import org.galton.reinforce.page.TrainingPage;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.report.StudySection;
import org.galton.spec.InvalidInput;
import org.galton.study.Studies;
import org.galton.table.store.OutputFolder;

/** The page of a reinforcement training beside its tables. */
public final class TrainingReport {
  private TrainingReport() {}

  /** Writes the page and returns where it is. */
  public static String write(String output, RecordedTraining training, Configuration hadoop) {
    List<StudySection> studies =
        training.evaluations().isEmpty()
            ? List.of()
            : Studies.all().stream()
                .flatMap(study -> study.ofTraining(training.evaluations()).stream())
                .toList();
    return PageFile.publish(TrainingPage.of(training, studies), output, training.name(), hadoop);
  }

  /**
   * Writes the page of a spec's training.
   *
   * @throws InvalidInput when its output holds nothing of it
   */
  static String write(ReinforceSpec spec, Configuration hadoop) {
    RecordedTraining training =
        RecordedTraining.read(
            new OutputFolder(spec.output(), hadoop), spec.training(), spec.toYaml());
    if (training.steps().isEmpty() && training.evaluations().isEmpty()) {
      throw new InvalidInput(
          "Cannot report %s: no step of training '%s' is there; run ./galton reinforce first"
              .formatted(spec.output(), spec.training()));
    }
    return write(spec.output(), training, hadoop);
  }

  /**
   * Writes the page of every training of a folder.
   *
   * @throws InvalidInput when it holds none
   */
  static List<String> writeAll(String output, Configuration hadoop) {
    OutputFolder folder = new OutputFolder(output, hadoop);
    List<String> names = RecordedTraining.names(folder);
    if (names.isEmpty()) {
      throw new InvalidInput(
          "Cannot report %s: no training is there; for a sweep name its spec".formatted(output));
    }
    return names.stream()
        .map(name -> write(output, RecordedTraining.read(folder, name), hadoop))
        .toList();
  }
}
