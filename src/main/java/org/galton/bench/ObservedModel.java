package org.galton.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.galton.model.Completion;
import org.galton.model.CompletionTokens;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.llama.decoding.LlamaModel;
import org.galton.spec.InvalidInput;

/** A decode loop on the caller's thread, with a count of all that it has drawn. */
final class ObservedModel implements LanguageModel {
  private final LlamaModel model;
  private final int slots;
  private long blocks;
  private long tokens;
  private long rounds;
  private long steps;
  private double seconds;

  ObservedModel(LlamaModel model, int slots) {
    this.model = model;
    this.slots = slots;
  }

  @Override
  public ModelCard card() {
    return model.card();
  }

  @Override
  public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
    List<Request> asked = new ArrayList<>();
    requests.forEachRemaining(asked::add);
    Map<Long, Completion> drawn = new HashMap<>();
    Stopwatch watch = new Stopwatch();
    draw(asked, sampling, drawn);
    seconds += watch.seconds();
    List<Integer> lengths =
        asked.stream().map(request -> drawn.get(request.id()).completionTokens()).toList();
    rounds++;
    blocks += lengths.size();
    tokens += lengths.stream().mapToLong(Integer::longValue).sum();
    steps += DecodePass.steps(lengths, slots);
    asked.forEach(request -> sink.accept(drawn.get(request.id())));
  }

  private void draw(List<Request> asked, Sampling sampling, Map<Long, Completion> drawn) {
    Map<Long, CompletionTokens> told = new HashMap<>();
    model.generate(
        asked.iterator(),
        sampling,
        outcome -> {
          if (outcome instanceof Completion completion) {
            long id = completion.request().id();
            drawn.put(id, completion.with(told.get(id)));
          } else if (outcome instanceof GenerationFailure failure) {
            throw new InvalidInput(failure.reason());
          }
        },
        trace -> told.put(trace.request().id(), trace.completionTokens()));
  }

  /** All that was drawn, with nothing known of what is right. */
  SamplerPass pass(long rollouts, Stopwatch watch, double verifierSeconds) {
    return new SamplerPass(
        rollouts,
        0,
        tokens,
        blocks,
        rounds,
        steps,
        watch.seconds(),
        watch.cpuSeconds(),
        seconds,
        verifierSeconds);
  }

  @Override
  public void close() {
    model.close();
  }
}
