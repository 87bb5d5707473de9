package org.galton.job.score;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;
import org.galton.table.store.Unfinished;
import org.galton.task.Scorer;
import org.galton.task.Verifier;
import org.galton.task.judge.JudgeBroken;

/**
 * Opens every verifier of a run once before anything is drawn, so that hours of drawing do not end
 * at a judge that cannot work: on this machine where it judges itself, else in as many tasks as the
 * cluster has cores, which find most of its machines. Each machine tries again before its first
 * verdict.
 */
public final class JudgeTrial {
  private final JavaSparkContext spark;
  private final String undone;

  /**
   * @param undone what a broken judge prevents, for the message: {@code nothing was drawn}
   */
  public JudgeTrial(JavaSparkContext spark, String undone) {
    this.spark = spark;
    this.undone = undone;
  }

  /**
   * @throws InvalidInput saying what is missing and what to do
   * @throws Unfinished where the same may go well later
   */
  public void run(List<ScoredCell> cells) {
    Opened opened =
        new Opened(
            cells.stream()
                .map(ScoredCell::task)
                .distinct()
                .flatMap(task -> task.scorers().stream())
                .filter(Scorer::isTriedFirst)
                .toList());
    if (opened.scorers().isEmpty()) {
      return;
    }
    Optional<Broken> broken = spark.isLocal() ? opened.broken() : onCluster(opened);
    broken.ifPresent(
        found -> {
          String problem = found.problem() + "; " + undone;
          throw switch (found.outlook()) {
            case LASTING -> new InvalidInput(problem);
            case PASSING -> new Unfinished(problem);
          };
        });
  }

  private Optional<Broken> onCluster(Opened opened) {
    List<Integer> slots = IntStream.range(0, spark.defaultParallelism()).boxed().toList();
    return SparkAction.run(
        "try judges",
        () ->
            spark
                .parallelize(new ArrayList<>(slots), slots.size())
                .flatMap(slot -> opened.broken().stream().iterator())
                .collect()
                .stream()
                .findFirst());
  }

  private record Broken(String problem, JudgeBroken.Outlook outlook) implements Serializable {}

  private record Opened(ArrayList<Scorer> scorers) implements Serializable {
    Opened(List<Scorer> scorers) {
      this(new ArrayList<>(scorers));
    }

    Optional<Broken> broken() {
      try {
        for (Scorer scorer : scorers) {
          try (Verifier verifier = scorer.verifier()) {
            verifier.tryOut();
          }
        }
        return Optional.empty();
      } catch (JudgeBroken e) {
        return Optional.of(new Broken(e.getMessage(), e.outlook()));
      }
    }
  }
}
