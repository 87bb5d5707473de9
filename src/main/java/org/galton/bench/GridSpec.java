package org.galton.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.galton.spec.InvalidInput;

/**
 * What is to be timed.
 *
 * @param batches rollouts drawn side by side
 * @param promptTokens lengths of prompts
 * @param newTokens of each rollout
 * @param loops decode loops side by side, each of which takes its part of a batch
 * @param rounds that count
 */
public record GridSpec(
    List<Integer> batches, List<Integer> promptTokens, int newTokens, int loops, int rounds) {

  /**
   * @throws InvalidInput for a number below 1
   */
  public GridSpec {
    batches = batches.stream().sorted().distinct().toList();
    promptTokens = promptTokens.stream().sorted().distinct().toList();
    batches.forEach(batch -> require("batch", batch));
    promptTokens.forEach(tokens -> require("prompt-tokens", tokens));
    require("new-tokens", newTokens);
    require("loops", loops);
    require("repeat", rounds);
  }

  private static void require(String option, int value) {
    if (value < 1) {
      throw new InvalidInput("Invalid --" + option + " " + value + ": expected 1 or more");
    }
  }

  int largestBatch() {
    return batches.get(batches.size() - 1);
  }

  /** One loop a core. */
  DecodeCell.Crew side(int batch) {
    return new DecodeCell.Crew(Math.min(loops, batch), 1);
  }

  /** The ways to decode against one another, for each length of prompt. */
  List<DecodeCell> rivals(int prompt) {
    List<DecodeCell> cells = new ArrayList<>();
    cells.add(alone(prompt));
    for (int batch : batches) {
      cells.add(cell(Way.COPIED, prompt, batch));
      cells.add(shared(prompt, batch));
    }
    if (loops > 1) {
      DecodeCell.Crew together = new DecodeCell.Crew(1, loops);
      cells.add(
          new DecodeCell(Way.SHARED, together, prompt, largestBatch(), largestBatch(), newTokens));
    }
    return cells;
  }

  /** As many rollouts as the largest batch, without one. */
  DecodeCell alone(int prompt) {
    return cell(Way.ONE_AT_A_TIME, prompt, largestBatch());
  }

  DecodeCell copied(int prompt, int batch) {
    return cell(Way.COPIED, prompt, batch);
  }

  DecodeCell shared(int prompt, int batch) {
    return cell(Way.SHARED, prompt, batch);
  }

  private DecodeCell cell(Way way, int prompt, int batch) {
    return new DecodeCell(way, side(batch), prompt, batch, batch, newTokens);
  }

  /** More rollouts than slots, and shorter and longer completions, after the shortest prompt. */
  List<DecodeCell> growth(int prompt) {
    int slots = batches.get(0);
    Set<DecodeCell> cells = new LinkedHashSet<>();
    for (int factor : new int[] {1, 2, 4, 8}) {
      cells.add(new DecodeCell(Way.SHARED, side(slots), prompt, slots, factor * slots, newTokens));
    }
    for (int tokens : new int[] {Math.max(1, newTokens / 2), newTokens, 2 * newTokens}) {
      cells.add(new DecodeCell(Way.SHARED, side(slots), prompt, slots, slots, tokens));
    }
    return List.copyOf(cells);
  }
}
