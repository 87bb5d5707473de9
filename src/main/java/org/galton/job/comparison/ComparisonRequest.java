package org.galton.job.comparison;

import java.util.List;
import java.util.Optional;
import org.galton.job.run.RunAddress;
import org.galton.spec.InvalidInput;

/**
 * What is to be compared.
 *
 * @param baseline the run that is compared with
 * @param candidate the other run; without it the cells of the first are compared with each other
 * @param models only these; of two with two runs the first is the baseline's
 * @param generations only these; of two with two runs the first is the baseline's
 * @param flips most prompts to show that changed
 * @param adjustment of the p-values over the pairs
 */
public record ComparisonRequest(
    RunAddress baseline,
    Optional<RunAddress> candidate,
    List<String> models,
    List<String> generations,
    int flips,
    Adjustment adjustment) {

  public ComparisonRequest {
    models = List.copyOf(models);
    generations = List.copyOf(generations);
    if (candidate.isPresent() && (models.size() > 2 || generations.size() > 2)) {
      throw new InvalidInput(
          "Cannot compare two runs on %d models and %d generations: expected at most two, one for each"
                  .formatted(models.size(), generations.size())
              + " run; name one run to compare many");
    }
    if (flips < 0) {
      throw new InvalidInput("Cannot show " + flips + " flipped prompts: expected 0 or more");
    }
  }
}
