package org.galton.train.value;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.galton.model.InspectedModel;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.SharedCheckpoints;
import org.galton.model.llama.value.ValueFolder;
import org.galton.model.llama.value.ValueForm;
import org.galton.model.llama.value.ValueHead;
import org.galton.spec.InvalidInput;
import org.galton.statistics.regression.RidgeLogistic;

/**
 * Fits a value head to stored partial completions: binary cross-entropy of "the completion that it
 * became was right", over the states of a frozen checkpoint, as a {@link RidgeLogistic}. Equal
 * beginnings of a prompt are one example with a share of right ones, so that each state is read
 * once. There is one minimum and no chance in it: nothing is kept on the way, and a training that
 * was stopped begins anew.
 */
public final class ValueTraining {
  private static final int LEAST = 50;

  private final ValueSpec spec;

  public ValueTraining(ValueSpec spec) {
    this.spec = spec;
  }

  /**
   * What was trained.
   *
   * @param measured on prompts that were held out
   */
  public record Trained(
      Path folder,
      String digest,
      long rollouts,
      int fitted,
      int heldOut,
      int steps,
      ValueMeasures measured) {}

  /**
   * @throws InvalidInput when there is too little to learn from, or no such model
   */
  public Trained train() throws IOException {
    ModelCard card = Checkpoint.open(spec.base()).card();
    StoredPartials.Found found = StoredPartials.of(spec);
    List<PartialExample> fitted =
        found.examples().stream().filter(one -> !one.isHeldOut(spec.heldOut())).toList();
    List<PartialExample> heldOut =
        found.examples().stream().filter(one -> one.isHeldOut(spec.heldOut())).toList();
    require("to fit to", fitted);
    require("to hold out", heldOut);
    float[][] states;
    float[][] apart;
    try (LanguageModel model = SharedCheckpoints.open(spec.base(), 1)) {
      InspectedModel inspected = (InspectedModel) model;
      states = StateReading.of(inspected, fitted, spec.threads());
      apart = StateReading.of(inspected, heldOut, spec.threads());
    }
    RidgeLogistic.Fit fit =
        RidgeLogistic.withDefaults()
            .withRidge(spec.ridge())
            .fit(
                states,
                fitted.stream().mapToDouble(PartialExample::rightShare).toArray(),
                fitted.stream().mapToDouble(one -> (double) one.right() + one.wrong()).toArray());
    ValueHead head = head(card, found, fit);
    ValueMeasures measured =
        ValueMeasures.of(
            heldOut, IntStream.range(0, apart.length).mapToDouble(i -> head.value(apart[i])));
    Path folder = Path.of(spec.output());
    ValueFolder.write(
        folder, head, ValueReport.json(spec, found, fitted.size(), heldOut.size(), measured));
    return new Trained(
        folder,
        new ValueFolder(spec.output()).digest(),
        found.rollouts(),
        fitted.size(),
        heldOut.size(),
        fit.steps(),
        measured);
  }

  private ValueHead head(ModelCard card, StoredPartials.Found found, RidgeLogistic.Fit fit) {
    float[] weights = new float[fit.coefficients().length];
    for (int j = 0; j < weights.length; j++) {
      weights[j] = (float) fit.coefficients()[j];
    }
    List<String> tasks =
        found.examples().stream().map(PartialExample::task).distinct().sorted().toList();
    return new ValueHead(
        new ValueForm(spec.base(), card.digest(), weights.length, spec.block(), tasks),
        weights,
        (float) fit.intercept());
  }

  private void require(String what, List<PartialExample> examples) {
    long right = examples.stream().mapToLong(PartialExample::right).sum();
    long wrong = examples.stream().mapToLong(PartialExample::wrong).sum();
    if (right < LEAST || wrong < LEAST) {
      throw new InvalidInput(
          "Cannot train a value on %s: its rollouts have %d right and %d wrong beginnings of whole blocks %s, expected %d or more of each; draw more prompts, or shorten 'block'"
              .formatted(spec.rollouts(), right, wrong, what, LEAST));
    }
  }
}
