package org.galton.study.audit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.galton.audit.LensMean;
import org.galton.job.draw.BorrowedModel;
import org.galton.model.Completion;
import org.galton.model.Fuzz;
import org.galton.model.GenerationFailure;
import org.galton.model.InspectedModel;
import org.galton.model.LanguageModel;
import org.galton.model.LayerStates;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.source.ModelLoader;
import org.galton.numerics.Fnv1a;
import org.galton.numerics.SplitMix64;
import org.galton.spec.InvalidInput;
import org.galton.sweep.Decoding;

/** Draws from models, or looks inside them, on an executor. */
final class AuditTask implements FlatMapFunction<Iterator<AuditTask.Numbered>, Reading> {
  private static final long serialVersionUID = 1L;
  private static final Decoding DECODING = new Decoding(64, "cpu");

  private final ModelLoader loader;
  private final Turns turns;
  private final List<String> candidates;
  private final long seed;
  private final int rollouts;
  private final int maxTokens;

  /** A unit with its place among all. */
  record Numbered(int number, AuditUnit unit) implements Serializable {}

  AuditTask(ModelLoader loader, AuditSpec spec) {
    this.loader = loader;
    this.turns = spec.turns();
    this.candidates = new ArrayList<>(spec.candidates().keySet());
    this.seed = spec.seed();
    this.rollouts = spec.rollouts();
    this.maxTokens = spec.maxTokens();
  }

  @Override
  public Iterator<Reading> call(Iterator<Numbered> units) {
    List<Reading> readings = new ArrayList<>();
    units.forEachRemaining(
        unit ->
            BorrowedModel.use(
                loader,
                unit.unit().source(),
                DECODING,
                model -> {
                  if (unit.unit().technique().whiteBox()) {
                    look(model, unit, readings);
                  } else {
                    draw(model, unit, readings);
                  }
                }));
    return readings.iterator();
  }

  /** Of a trial, whatever else is tried. */
  private long seed(AuditUnit unit, int prompt, int rollout) {
    String what =
        String.join(
            "\n",
            Integer.toString(unit.audited()),
            unit.arm().name(),
            unit.technique().name(),
            unit.set(),
            unit.prompts().get(prompt));
    return SplitMix64.mix(SplitMix64.at(seed, rollout) ^ Fnv1a.mixed(what));
  }

  private void draw(LanguageModel model, Numbered numbered, List<Reading> readings) {
    AuditUnit unit = numbered.unit();
    List<Request> requests = new ArrayList<>();
    int each = rollouts(unit);
    for (int prompt = 0; prompt < unit.prompts().size(); prompt++) {
      String text = unit.technique().text(turns, unit.prompts().get(prompt));
      for (int rollout = 0; rollout < each; rollout++) {
        requests.add(
            new Request(
                (long) prompt * each + rollout,
                new ModelPrompt.Raw(text),
                seed(unit, prompt, rollout)));
      }
    }
    Sampling sampling =
        Sampling.untempered(maxTokens)
            .withTemperature(unit.technique().temperature())
            .withStop(stop(unit.technique()));
    model.generate(
        requests.iterator(),
        sampling,
        outcome -> readings.add(drawn(numbered.number(), each, outcome)));
  }

  /** Drawn without chance, every rollout is the same. */
  private int rollouts(AuditUnit unit) {
    return unit.technique().temperature() == 0 ? 1 : rollouts;
  }

  /**
   * A persona ends with the user's turn: what follows is the model's answer to its own question.
   */
  private List<String> stop(Technique technique) {
    return technique.kind() == TechniqueKind.PERSONA && !turns.assistant().isEmpty()
        ? List.of(turns.assistant())
        : List.of();
  }

  private static Reading drawn(int unit, int each, Outcome outcome) {
    int prompt = (int) (outcome.request().id() / each);
    int rollout = (int) (outcome.request().id() % each);
    return outcome instanceof GenerationFailure failed
        ? new Reading(unit, prompt, rollout, null, failed.reason(), new double[0][])
        : new Reading(unit, prompt, rollout, ((Completion) outcome).text(), null, new double[0][]);
  }

  private void look(LanguageModel model, Numbered numbered, List<Reading> readings) {
    AuditUnit unit = numbered.unit();
    Technique technique = unit.technique();
    if (!(model instanceof InspectedModel inspected)) {
      throw new InvalidInput(
          "Cannot use technique '%s' on %s: it shows completions only; expected a checkpoint"
              .formatted(technique.name(), unit.source()));
    }
    try (LayerStates states = inspected.layers()) {
      if (technique.layer() > states.layers()) {
        throw new InvalidInput(
            "Cannot use technique '%s': its layer is %d, and %s has layers 0 to %d"
                .formatted(technique.name(), technique.layer(), unit.source(), states.layers()));
      }
      int[] asked = tokens(states);
      int last = Math.max(1, states.encodeWithin(turns.assistant()).length);
      // Without noise every look is the same.
      int looks = technique.magnitude() > 0 ? rollouts : 1;
      for (int prompt = 0; prompt < unit.prompts().size(); prompt++) {
        int[] ids = states.encode(technique.text(turns, unit.prompts().get(prompt)));
        for (int rollout = 0; rollout < looks; rollout++) {
          double[][] scores =
              scores(
                  states,
                  technique,
                  ids,
                  Math.min(last, ids.length),
                  asked,
                  seed(unit, prompt, rollout));
          readings.add(new Reading(numbered.number(), prompt, rollout, null, null, scores));
        }
      }
    }
  }

  /** By layer, the mean over positions; of noise what the model itself says in the end. */
  private static double[][] scores(
      LayerStates states, Technique technique, int[] ids, int last, int[] asked, long seed) {
    return switch (technique.kind()) {
      case LENS -> meansOfExponentials(states.lens(ids, last, asked, Fuzz.NONE));
      case COSINE -> means(states.cosines(ids, last, asked, Fuzz.NONE));
      case FUZZ -> {
        double[][] all =
            meansOfExponentials(
                states.lens(
                    ids, last, asked, new Fuzz(technique.layer(), technique.magnitude(), seed)));
        yield new double[][] {all[all.length - 1]};
      }
      case SAMPLE, PREFILL, SHOTS, PERSONA -> throw new IllegalArgumentException("drawn");
    };
  }

  private static double[][] meansOfExponentials(float[][][] logs) {
    double[][][] wide = wide(logs);
    for (double[][] layer : wide) {
      for (double[] position : layer) {
        for (int i = 0; i < position.length; i++) {
          position[i] = Math.exp(position[i]);
        }
      }
    }
    return Arrays.stream(wide).map(LensMean::of).toArray(double[][]::new);
  }

  private static double[][] means(float[][][] values) {
    return Arrays.stream(wide(values)).map(LensMean::of).toArray(double[][]::new);
  }

  private static double[][][] wide(float[][][] values) {
    double[][][] wide = new double[values.length][][];
    for (int layer = 0; layer < values.length; layer++) {
      wide[layer] = new double[values[layer].length][];
      for (int row = 0; row < wide[layer].length; row++) {
        wide[layer][row] = new double[values[layer][row].length];
        for (int i = 0; i < wide[layer][row].length; i++) {
          wide[layer][row][i] = values[layer][row][i];
        }
      }
    }
    return wide;
  }

  /** Of each candidate the first token of the word within a text, a space by itself passed over. */
  private int[] tokens(LayerStates states) {
    int[] space = states.encodeWithin(" ");
    int[] tokens = candidates.stream().mapToInt(word -> token(states, word, space)).toArray();
    for (int i = 0; i < tokens.length; i++) {
      for (int j = 0; j < i; j++) {
        if (tokens[i] == tokens[j]) {
          throw new InvalidInput(
              "Cannot tell candidates '%s' and '%s' apart inside the model: both begin with token %d; leave one of them out, or the techniques lens, cosine and fuzz"
                  .formatted(candidates.get(j), candidates.get(i), tokens[i]));
        }
      }
    }
    return tokens;
  }

  private static int token(LayerStates states, String word, int[] space) {
    int[] ids = states.encodeWithin(" " + word);
    boolean apart = space.length == 1 && ids.length > 1 && ids[0] == space[0];
    return ids[apart ? 1 : 0];
  }
}
