package org.galton.job.comparison;

import java.util.List;
import java.util.TreeSet;
import org.galton.spec.InvalidInput;
import org.galton.table.PromptStatisticsRow;

/**
 * Two cells of one task, by one verifier, that share prompts. Differences are candidate - baseline.
 */
public record CellPair(ComparedCell baseline, ComparedCell candidate) {

  /**
   * @throws InvalidInput when their verdicts or their prompts cannot be set side by side
   */
  public CellPair {
    if (!baseline.scorer().equals(candidate.scorer())) {
      throw new InvalidInput(
          "Cannot compare %s with %s on %s: the scorers differ, %s and %s; score both alike first"
              .formatted(
                  baseline.model(),
                  candidate.model(),
                  baseline.task(),
                  baseline.scorer(),
                  candidate.scorer()));
    }
    if (shared(baseline, candidate).isEmpty()) {
      throw new InvalidInput(
          "Cannot compare %s with %s on %s: they share none of their %d and %d prompts; compare runs"
                  .formatted(
                      baseline.model(),
                      candidate.model(),
                      baseline.task(),
                      baseline.prompts().size(),
                      candidate.prompts().size())
              + " of the same prompts (seed, split and options of the task)");
    }
    for (String id : shared(baseline, candidate)) {
      String first = baseline.prompts().get(id).cluster();
      String second = candidate.prompts().get(id).cluster();
      if (!first.equals(second)) {
        throw new InvalidInput(
            "Cannot compare %s with %s on %s: prompt %s is of cluster '%s' in one and '%s' in the"
                    .formatted(
                        baseline.model(), candidate.model(), baseline.task(), id, first, second)
                + " other; give it one cluster and summarize again");
      }
    }
  }

  /** Whether one verifier judged both, and they share a prompt. */
  static boolean isPossible(ComparedCell a, ComparedCell b) {
    return a.scorer().equals(b.scorer()) && !shared(a, b).isEmpty();
  }

  /** One prompt in both cells. */
  record Shared(PromptStatisticsRow baseline, PromptStatisticsRow candidate) {}

  List<Shared> shared() {
    return shared(baseline, candidate).stream()
        .map(id -> new Shared(baseline.prompts().get(id), candidate.prompts().get(id)))
        .toList();
  }

  public String task() {
    return baseline.task();
  }

  /** The first cell, by what sets it apart from the second. */
  public String baselineName() {
    return name(baseline, candidate);
  }

  /** The second cell, by what sets it apart from the first. */
  public String candidateName() {
    return name(candidate, baseline);
  }

  public int onlyBaseline() {
    return baseline.prompts().size() - shared(baseline, candidate).size();
  }

  public int onlyCandidate() {
    return candidate.prompts().size() - shared(baseline, candidate).size();
  }

  private static TreeSet<String> shared(ComparedCell a, ComparedCell b) {
    TreeSet<String> ids = new TreeSet<>(a.prompts().keySet());
    ids.retainAll(b.prompts().keySet());
    return ids;
  }

  private static String name(ComparedCell cell, ComparedCell other) {
    if (!cell.model().equals(other.model())) {
      return cell.model();
    }
    if (!cell.sampling().equals(other.sampling())) {
      return cell.model() + " " + cell.sampling();
    }
    if (!cell.output().equals(other.output())) {
      return cell.model() + " of " + cell.output();
    }
    return cell.runId().equals(other.runId())
        ? cell.model() + " " + cell.generation()
        : cell.model() + " of " + cell.run();
  }
}
