package org.galton.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.model.llama.torch.StepProfile;

/**
 * What a benchmark of decoding found.
 *
 * @param promptTokens true lengths of the prompts, ascending
 * @param rows ways to decode against one another
 * @param growth the shared way with more rollouts, and with shorter and longer completions
 * @param skipped cells that were not tried
 * @param splits of the time of one shared loop, a prompt's length each
 */
public record GridResult(
    GridSpec spec,
    List<Integer> promptTokens,
    Ceilings ceilings,
    List<GridRow> rows,
    List<GridRow> growth,
    List<Skipped> skipped,
    List<Split> splits) {

  /**
   * What the machine reaches with one thread a loop.
   *
   * @param product operations a second of a square product
   * @param modelProducts operations a second of the model's own products with weights
   * @param modelRows slots of a loop in these
   * @param copy bytes a second, read and written
   */
  public record Ceilings(double product, double modelProducts, int modelRows, double copy) {
    /** Operations a second of the better product. */
    public double bestProduct() {
      return Math.max(product, modelProducts);
    }
  }

  /** A cell that was not tried. */
  public record Skipped(DecodeCell cell, String reason) {}

  /** Seconds of each part of a pass. */
  public record Split(int promptTokens, Map<StepProfile.Part, Double> seconds) {
    public double share(StepProfile.Part part) {
      return seconds.get(part) / seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  public Optional<GridRow> shared(int prompt, int batch) {
    return row(spec.shared(prompt, batch));
  }

  public Optional<GridRow> copied(int prompt, int batch) {
    return row(spec.copied(prompt, batch));
  }

  public Optional<GridRow> alone(int prompt) {
    return row(spec.alone(prompt));
  }

  /** Of the largest batch: the shared prompt against the other ways, and against the processor. */
  public List<Ratio> ratios() {
    int batch = spec.largestBatch();
    List<Ratio> ratios = new ArrayList<>();
    for (int prompt : promptTokens) {
      String name = "tokens a second, batch %d, prompt %d".formatted(batch, prompt);
      shared(prompt, batch)
          .ifPresent(
              shared -> {
                alone(prompt)
                    .map(alone -> shared.speedup(alone))
                    .ifPresent(
                        value -> ratios.add(Ratio.higherIsBetter(name, "one at a time", value)));
                copied(prompt, batch)
                    .map(copied -> shared.speedup(copied))
                    .ifPresent(
                        value -> ratios.add(Ratio.higherIsBetter(name, "copied prompts", value)));
                ratios.add(
                    Ratio.higherIsBetter(
                        name,
                        "the best float32 product's",
                        shared.operationsPerSecond() / ceilings.bestProduct()));
              });
    }
    return List.copyOf(ratios);
  }

  private Optional<GridRow> row(DecodeCell cell) {
    return rows.stream().filter(row -> row.cell().equals(cell)).findFirst();
  }
}
