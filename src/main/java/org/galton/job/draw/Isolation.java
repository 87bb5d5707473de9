package org.galton.job.draw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.galton.model.GenerationFailure;
import org.galton.model.Outcome;
import org.galton.model.endpoint.ServerUnreachable;
import org.galton.model.engine.EngineFailure;
import org.galton.spec.InvalidInput;
import org.galton.table.store.Unfinished;

/**
 * Draws rollouts with models that may die of a prompt. What was answered before a model died is
 * kept. What is left is halved by prompts, and each half tried with another model, until a prompt
 * is alone; one that kills two models alone is at fault, and its rollouts are failed. The others
 * come out as if it had not been there.
 *
 * <p>Of P prompts one at fault costs about log2(P) + 2 models. A model that dies of everything is
 * not tried with everything: when three prompts were found at fault and nothing was ever answered,
 * the rest fails for the same reason.
 */
final class Isolation {
  private static final int TRIES_ALONE = 2;
  private static final int FAULTS_WITHOUT_AN_ANSWER = 3;

  /** Draws with a model of its own, which it gives up when it throws. */
  interface Drawing {
    void draw(List<RequestedRollout> wishes, Consumer<Outcome> sink);
  }

  private final Drawing drawing;
  private final Consumer<Outcome> sink;
  private final Deque<List<RequestedRollout>> left = new ArrayDeque<>();
  private final BitSet answered = new BitSet();
  private final Map<String, Integer> killedAlone = new HashMap<>();
  private final Map<String, String> faults = new LinkedHashMap<>();
  private int failed;

  /**
   * @param sink takes the one outcome of each wish
   */
  Isolation(Drawing drawing, Consumer<Outcome> sink) {
    this.drawing = drawing;
    this.sink = sink;
  }

  /**
   * Draws groups of rollouts, one after another.
   *
   * @param known prompts that are known to be at fault, with the reason: they are not tried
   * @return the reasons of all prompts at fault, by prompt id
   * @throws InvalidInput as the model throws it, and so {@link Unfinished} and {@link
   *     ServerUnreachable} and {@link EngineFailure}: these are not a prompt's fault
   */
  Map<String, String> draw(List<List<RequestedRollout>> groups, Map<String, String> known) {
    left.addAll(groups);
    faults.putAll(known);
    while (!left.isEmpty()) {
      List<RequestedRollout> group = unanswered(left.pop());
      if (group.isEmpty()) {
        continue;
      }
      String fault = faults.get(group.get(0).promptId());
      if (fault != null) {
        fail(group, fault);
      } else {
        attempt(group);
      }
    }
    return Map.copyOf(faults);
  }

  private void attempt(List<RequestedRollout> group) {
    try {
      drawing.draw(group, this::answer);
      List<RequestedRollout> silent = unanswered(group);
      if (!silent.isEmpty()) {
        throw new IllegalStateException(
            "it answered %d of %d requests".formatted(group.size() - silent.size(), group.size()));
      }
    } catch (InvalidInput | Unfinished | ServerUnreachable | EngineFailure e) {
      throw e;
    } catch (RuntimeException | Error e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      blame(unanswered(group), e);
    }
  }

  private void blame(List<RequestedRollout> group, Throwable death) {
    Collection<List<RequestedRollout>> prompts = byPrompt(group);
    if (prompts.size() > 1) {
      halve(new ArrayList<>(prompts));
    } else if (!group.isEmpty()) {
      String prompt = group.get(0).promptId();
      if (killedAlone.merge(prompt, 1, Integer::sum) < TRIES_ALONE) {
        left.push(group);
      } else {
        condemn(prompt, group, "the model failed on this prompt alone: " + reason(death));
      }
    }
  }

  private void halve(List<List<RequestedRollout>> prompts) {
    int middle = prompts.size() / 2;
    left.push(prompts.subList(middle, prompts.size()).stream().flatMap(List::stream).toList());
    left.push(prompts.subList(0, middle).stream().flatMap(List::stream).toList());
  }

  private void condemn(String prompt, List<RequestedRollout> group, String reason) {
    faults.put(prompt, reason);
    fail(group, reason);
    if (faults.size() >= FAULTS_WITHOUT_AN_ANSWER && answered.cardinality() == failed) {
      left.forEach(rest -> unanswered(rest).forEach(wish -> faults.put(wish.promptId(), reason)));
    }
  }

  private void fail(List<RequestedRollout> group, String reason) {
    group.forEach(
        wish -> {
          failed++;
          answer(new GenerationFailure(wish.request(), reason));
        });
  }

  private void answer(Outcome outcome) {
    answered.set((int) outcome.request().id());
    sink.accept(outcome);
  }

  private List<RequestedRollout> unanswered(List<RequestedRollout> group) {
    return group.stream().filter(wish -> !answered.get((int) wish.request().id())).toList();
  }

  private static Collection<List<RequestedRollout>> byPrompt(List<RequestedRollout> group) {
    Map<String, List<RequestedRollout>> prompts = new LinkedHashMap<>();
    group.forEach(
        wish -> prompts.computeIfAbsent(wish.promptId(), id -> new ArrayList<>()).add(wish));
    return prompts.values();
  }

  private static String reason(Throwable death) {
    String kind = death.getClass().getSimpleName();
    String message = death.getMessage();
    return message == null ? kind : kind + ": " + message.lines().findFirst().orElse("");
  }
}
