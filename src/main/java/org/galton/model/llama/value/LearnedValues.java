package org.galton.model.llama.value;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.model.HiddenStates;
import org.galton.model.search.PartialCompletion;
import org.galton.model.search.PartialValue;
import org.galton.model.search.PartialValues;

/**
 * Values by a head, of many partial completions in one pass of the model. Those that were asked for
 * before are remembered, as long as there is room: a walk that goes back comes to the same again.
 */
public final class LearnedValues implements PartialValues {
  private static final int MOST_KNOWN = 65_536;

  private final ValueHead head;
  private final HiddenStates states;
  private final double scale;
  private final Map<IntBuffer, Double> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<IntBuffer, Double> eldest) {
          return size() > MOST_KNOWN;
        }
      };

  /**
   * @param states of the checkpoint that the head was trained on; closed with this
   * @param scale that probabilities are multiplied by, before they are cut at 1
   */
  public LearnedValues(ValueHead head, HiddenStates states, double scale) {
    this.head = head;
    this.scale = scale;
    this.states = states;
  }

  @Override
  public List<PartialValue> of(List<PartialCompletion> partials) {
    Map<IntBuffer, int[]> unknown = new LinkedHashMap<>();
    Map<IntBuffer, Double> values = new HashMap<>();
    for (PartialCompletion partial : partials) {
      IntBuffer key = IntBuffer.wrap(partial.tokens());
      Double value = known.get(key);
      if (value == null) {
        unknown.put(key, partial.tokens());
      } else {
        values.put(key, value);
      }
    }
    Map<IntBuffer, PartialValue.Cost> costs = learn(unknown, values);
    List<PartialValue> answers = new ArrayList<>();
    for (PartialCompletion partial : partials) {
      IntBuffer key = IntBuffer.wrap(partial.tokens());
      // Whoever asks first pays.
      PartialValue.Cost cost = costs.remove(key);
      answers.add(
          new PartialValue.Known(values.get(key), cost == null ? PartialValue.Cost.NOTHING : cost));
    }
    return answers;
  }

  /** Adds the values of unknown ones and returns what they cost. */
  private Map<IntBuffer, PartialValue.Cost> learn(
      Map<IntBuffer, int[]> unknown, Map<IntBuffer, Double> values) {
    Map<IntBuffer, PartialValue.Cost> costs = new HashMap<>();
    if (unknown.isEmpty()) {
      return costs;
    }
    long began = System.nanoTime();
    Iterator<float[]> found = states.after(List.copyOf(unknown.values())).iterator();
    double each = (System.nanoTime() - began) / 1e9 / unknown.size();
    unknown.forEach(
        (key, tokens) -> {
          double value = Math.min(1, scale * head.value(found.next()));
          values.put(key, value);
          known.put(key, value);
          costs.put(key, new PartialValue.Cost(tokens.length, each, 0));
        });
    return costs;
  }

  @Override
  public void close() {
    states.close();
  }
}
