package org.galton.study.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.galton.job.run.SparkAction;
import org.galton.model.source.ModelLoader;

/** Asks all models by all techniques; each trial depends on its own seed only. */
final class AuditJob {
  private final JavaSparkContext spark;
  private final ModelLoader loader;

  AuditJob(JavaSparkContext spark, ModelLoader loader) {
    this.spark = spark;
    this.loader = loader;
  }

  /**
   * @throws org.galton.spec.InvalidInput when a model cannot be used so
   */
  AuditResult run(AuditSpec spec, String runId) {
    List<AuditUnit> units = units(spec);
    List<AuditTask.Numbered> numbered = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      numbered.add(new AuditTask.Numbered(i, units.get(i)));
    }
    // A model stays open for the unit that comes next.
    numbered.sort(Comparator.comparing(unit -> unit.unit().source()));
    int tasks = Math.min(numbered.size(), spark.defaultParallelism());
    AuditTask task = new AuditTask(loader, spec);
    List<Reading> readings =
        new ArrayList<>(
            SparkAction.run(
                "audit models",
                () -> spark.parallelize(numbered, tasks).mapPartitions(task).collect()));
    readings.sort(
        Comparator.comparingInt(Reading::unit)
            .thenComparingInt(Reading::prompt)
            .thenComparingInt(Reading::rollout));
    AuditScoring scoring = new AuditScoring(spec);
    List<Trial> trials =
        readings.stream()
            .map(reading -> scoring.trial(units.get(reading.unit()), reading))
            .toList();
    return new AuditRows(spec, runId, source -> loader.card(source).digest()).of(trials);
  }

  private static List<AuditUnit> units(AuditSpec spec) {
    List<AuditUnit> units = new ArrayList<>();
    for (int i = 0; i < spec.models().size(); i++) {
      for (Technique technique : spec.techniques()) {
        for (AuditSpec.PromptSet set : spec.sets()) {
          units.add(
              new AuditUnit(
                  i,
                  AuditUnit.Arm.ORGANISM,
                  spec.models().get(i).source(),
                  technique,
                  set.name(),
                  set.prompts()));
          if (spec.base().isPresent()) {
            units.add(
                new AuditUnit(
                    i,
                    AuditUnit.Arm.BASE,
                    spec.base().get(),
                    technique,
                    set.name(),
                    set.prompts()));
          }
        }
      }
    }
    return units;
  }
}
