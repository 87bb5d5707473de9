package org.galton.cli.sweep;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.PageFile;
import org.galton.reinforce.page.RecordedTraining;
import org.galton.reinforce.page.TrainingPage;
import org.galton.report.StudySection;
import org.galton.spec.InvalidInput;
import org.galton.study.Studies;
import org.galton.table.store.OutputFolder;

/** The page of a reinforcement training beside its tables. */
public final class TrainingReport {
  private TrainingReport() {}

  /**
   * Writes the page and returns where it is.
   *
   * @throws InvalidInput when the folder holds nothing of the training
   */
  public static String write(String output, String training, Configuration hadoop) {
    RecordedTraining recorded =
        RecordedTraining.read(new OutputFolder(output, hadoop), training);
    if (recorded.steps().isEmpty() && recorded.evaluations().isEmpty()) {
      throw new InvalidInput(
          "Cannot report %s: no step of training '%s' is there; run ./galton reinforce first"
              .formatted(output, training));
    }
    return write(output, recorded, hadoop);
  }

  /** Likewise, of what was read. */
  public static String write(String output, RecordedTraining training, Configuration hadoop) {
    List<StudySection> studies =
        training.evaluations().isEmpty()
            ? List.of()
            : Studies.all().stream()
                .flatMap(study -> study.ofTraining(training.evaluations()).stream())
                .toList();
    return PageFile.publish(
        TrainingPage.of(training, studies), output, training.name(), hadoop);
  }

  /**
   * Writes the page of every training of a folder.
   *
   * @throws InvalidInput when it holds none
   */
  static List<String> writeAll(String output, Configuration hadoop) {
    List<String> names = RecordedTraining.names(new OutputFolder(output, hadoop));
    if (names.isEmpty()) {
      throw new InvalidInput(
          "Cannot report %s: no training is there; for a sweep name its spec".formatted(output));
    }
    return names.stream().map(name -> write(output, name, hadoop)).toList();
  }
}
