package org.galton.study.information;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.galton.information.ContinuousEstimator;
import org.galton.information.NullComparison;
import org.galton.information.PermutationTest;
import org.galton.job.monitoring.RunMark;
import org.galton.job.run.RecordedRun;
import org.galton.job.run.RunName;
import org.galton.job.run.RunOrigin;
import org.galton.spec.InvalidInput;
import org.galton.study.information.row.InformationTables;
import org.galton.table.store.Unfinished;

/**
 * Mutual information of columns of anyone's file, and its decomposition over two sources, with what
 * shuffles of the target give. The columns are read whole into the driver.
 */
public final class InformationJob {
  private static final String STUDY = "information";

  private final SparkSession spark;

  public InformationJob(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * @throws InvalidInput when a column cannot be read or used
   */
  public InformationResult run(InformationRequest request) {
    return run(request, RunName.at(Clock.systemUTC().instant(), STUDY));
  }

  /**
   * Runs, and writes the tables information and runs under a folder.
   *
   * @throws InvalidInput also when the folder cannot be written
   * @throws Unfinished when another run holds the folder
   */
  public InformationResult run(InformationRequest request, String output, RunOrigin origin) {
    RecordedRun run = RecordedRun.begin(spark, STUDY, origin);
    InformationResult result = run(request, run.name());
    run.write(output, writer -> writer.publish(InformationTables.INFORMATION, result.table()));
    return result;
  }

  private InformationResult run(InformationRequest request, RunName run) {
    RunMark.set(spark.sparkContext(), run.runId());
    PermutationTest test = request.test();
    GivenColumns data =
        GivenColumns.read(
            spark, request.input(), request.columns(), request.missing(), test.seed());
    List<InformationFigure> figures = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    InformationQuestions questions = questions(request, data, warnings);
    request
        .y()
        .ifPresent(y -> figures.addAll(answers(test, questions.information(request.x(), y))));
    request.pid().ifPresent(pid -> figures.addAll(answers(test, questions.decomposition(pid))));
    return new InformationResult(
        run.runId(),
        request,
        data.columns().get(0).values().size(),
        data.skipped(),
        figures,
        warnings);
  }

  private static InformationQuestions questions(
      InformationRequest request, GivenColumns data, List<String> warnings) {
    if (request.estimator().discrete().isPresent()) {
      return new DiscreteQuestions(
          request, data, request.estimator().discrete().orElseThrow(), warnings);
    }
    ContinuousEstimator estimator = request.estimator().continuous().orElseThrow();
    return new ContinuousQuestions(request, data, estimator, warnings);
  }

  private static List<InformationFigure> answers(
      PermutationTest test, InformationQuestions.Question question) {
    List<NullComparison> compared =
        test.compare(
            question.group(),
            question.observed(),
            question.surrogate(),
            i -> question.quantities().get(i).signed());
    List<InformationFigure> figures = new ArrayList<>();
    for (int i = 0; i < compared.size(); i++) {
      InformationQuestions.Quantity quantity = question.quantities().get(i);
      figures.add(new InformationFigure(quantity.name(), quantity.method(), compared.get(i)));
    }
    return figures;
  }
}
