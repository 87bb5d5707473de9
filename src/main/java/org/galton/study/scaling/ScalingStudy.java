package org.galton.study.scaling;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import org.galton.job.run.RunTables;
import org.galton.job.sweep.SweptRun;
import org.galton.reinforce.row.TrainingEvaluationRow;
import org.galton.report.StudySection;
import org.galton.report.SweepSection;
import org.galton.study.Study;
import org.galton.study.SweepAnswer;
import org.galton.study.scaling.row.ScalingTables;
import org.galton.study.scaling.view.ScalingRows;
import org.galton.study.scaling.view.ScalingSection;
import org.galton.table.Table;

/** The sigmoid of reward against training compute. */
public final class ScalingStudy implements Study {
  @Override
  public Class<?> command() {
    return FitCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return ScalingTables.ALL;
  }

  /** Of trainings of which the sweep has two checkpoints or more. */
  @Override
  public Optional<SweepAnswer> ofSweep(SweptRun run) {
    List<FittedSeries> series =
        CheckpointSeries.fit(run.name(), run.summary().metrics(), run.summary().prompts());
    if (!series.isEmpty()) {
      ScalingWriter.write(series, run.tables());
    }
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    series.forEach(one -> FitJson.add(json.addObject(), one.atHorizons()));
    return Optional.of(new SweepAnswer(FitText.ofCheckpoints(series), "scaling", json));
  }

  @Override
  public Optional<SweepSection> section(RunTables run) {
    return Optional.of(ScalingSection.ofSweep(ScalingRows.read(run::forEach)));
  }

  /** Of pass@1 against the operations of the training itself, for each task. */
  @Override
  public Optional<StudySection> ofTraining(List<TrainingEvaluationRow> measured) {
    return Optional.of(ScalingSection.ofTraining(TrainingSeries.fit(measured)));
  }
}
