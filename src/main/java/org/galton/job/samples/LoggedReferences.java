package org.galton.job.samples;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.galton.samplelog.LoggedRollout;
import org.galton.spec.InvalidInput;
import org.galton.task.Judge;
import org.galton.task.Prompt;

/** Finds the prompts of a log that a judge cannot judge, before anything is written. */
final class LoggedReferences {
  private static final int MOST_SHOWN = 20;
  private static final int LONGEST_SHOWN = 80;

  private final List<Judge> judges;
  private final Set<String> checked = new HashSet<>();
  private final List<String> shown = new ArrayList<>();
  private long refused;

  LoggedReferences(List<Judge> judges) {
    this.judges = judges;
  }

  void check(LoggedRollout rollout) {
    Prompt prompt = rollout.prompt();
    if (judges.isEmpty() || !checked.add(prompt.id())) {
      return;
    }
    for (Judge judge : judges) {
      if (!LoggedTask.canJudge(judge, prompt)) {
        refused++;
        if (shown.size() < MOST_SHOWN) {
          shown.add(
              "Cannot import %s: its reference is '%s', expected %s, for the judge %s"
                  .formatted(
                      rollout.place(),
                      shortened(prompt.reference()),
                      judge.expectedReference(),
                      judge.scorer()));
        }
      }
    }
  }

  /**
   * @throws InvalidInput naming the first rollout of each such prompt
   */
  void throwIfAnyRefused() {
    if (refused > shown.size()) {
      shown.add("… and %d more such references".formatted(refused - shown.size()));
    }
    if (!shown.isEmpty()) {
      throw new InvalidInput(shown);
    }
  }

  private static String shortened(String reference) {
    String line = reference.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_SHOWN
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_SHOWN / 2)) + "…";
  }
}
