package org.galton.job.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.spec.InvalidInput;
import org.galton.sweep.Slice;
import org.galton.task.Prompt;
import org.junit.jupiter.api.Test;

final class IsolationTest {
  private final List<List<RequestedRollout>> drawn = new ArrayList<>();
  private final Map<Long, Outcome> outcomes = new HashMap<>();

  /** Prompts p0, p1 and so on, with some rollouts each. */
  private static List<RequestedRollout> wishes(int prompts, int rollouts) {
    return IntStream.range(0, prompts * rollouts)
        .mapToObj(
            i -> {
              String id = "p" + i / rollouts;
              Prompt prompt = new Prompt(id, "task", id, "text " + id, "", Map.of());
              Slice slice = new Slice(prompt, 0, rollouts, 1);
              return new RequestedRollout(slice, i % rollouts, new Request(i, prompt.text(), i));
            })
        .toList();
  }

  /** Answers in order until a prompt kills it. */
  private Isolation.Drawing killedBy(Set<String> lethal) {
    return (group, sink) -> {
      drawn.add(group);
      for (RequestedRollout wish : group) {
        if (lethal.contains(wish.promptId())) {
          throw new IllegalStateException("died");
        }
        answer(wish, sink);
      }
    };
  }

  private static void answer(RequestedRollout wish, Consumer<Outcome> sink) {
    sink.accept(new Completion(wish.request(), "text", Completion.Finish.STOP, 1, 1, -1, 1, 0.001));
  }

  private Map<String, String> isolate(Isolation.Drawing drawing, List<RequestedRollout> wishes) {
    return new Isolation(
            drawing,
            outcome ->
                assertThat(outcomes.put(outcome.request().id(), outcome))
                    .as("one outcome each")
                    .isNull())
        .draw(List.of(wishes), Map.of());
  }

  private Set<String> failed(List<RequestedRollout> wishes) {
    return wishes.stream()
        .filter(wish -> outcomes.get(wish.request().id()) instanceof GenerationFailure)
        .map(RequestedRollout::promptId)
        .collect(Collectors.toSet());
  }

  @Test
  void aHealthyModelIsAskedOnceForEverything() {
    List<RequestedRollout> wishes = wishes(8, 3);

    assertThat(isolate(killedBy(Set.of()), wishes)).isEmpty();
    assertThat(drawn).containsExactly(wishes);
    assertThat(outcomes).hasSize(24);
  }

  @Test
  void lethalPromptsAreFoundWhereverTheyAre() {
    for (int first = 0; first < 8; first++) {
      for (int second = first; second < 8; second++) {
        drawn.clear();
        outcomes.clear();
        List<RequestedRollout> wishes = wishes(8, 3);
        Set<String> lethal =
            first == second ? Set.of("p" + first) : Set.of("p" + first, "p" + second);

        Map<String, String> faults = isolate(killedBy(lethal), wishes);

        assertThat(outcomes).hasSize(24);
        assertThat(failed(wishes)).isEqualTo(lethal);
        assertThat(faults)
            .containsOnlyKeys(lethal)
            .containsValue("the model failed on this prompt alone: IllegalStateException: died");
        assertThat(drawn.size()).as("models").isLessThanOrEqualTo(lethal.size() * 8);
      }
    }
  }

  @Test
  void aModelThatDiesOnceIsForgiven() {
    List<RequestedRollout> wishes = wishes(1, 5);
    Isolation.Drawing once =
        (group, sink) -> {
          drawn.add(group);
          answer(group.get(0), sink);
          if (drawn.size() == 1) {
            throw new OutOfMemoryError("Java heap space");
          }
          group.subList(1, group.size()).forEach(wish -> answer(wish, sink));
        };

    assertThat(isolate(once, wishes)).isEmpty();
    assertThat(failed(wishes)).isEmpty();
    assertThat(drawn).extracting(List::size).as("what is answered is kept").containsExactly(5, 4);
  }

  @Test
  void aModelThatDiesOfEverythingIsNotTriedWithEverything() {
    List<RequestedRollout> wishes = wishes(1000, 1);
    Map<String, String> faults =
        isolate(
            (group, sink) -> {
              drawn.add(group);
              throw new IllegalStateException("died");
            },
            wishes);

    assertThat(faults).hasSize(1000);
    assertThat(outcomes).hasSize(1000);
    assertThat(drawn).as("models").hasSizeLessThan(20);
  }

  @Test
  void aModelThatKeepsSilentOnAPromptHasFailedOnIt() {
    List<RequestedRollout> wishes = wishes(4, 1);
    Map<String, String> faults =
        isolate(
            (group, sink) ->
                group.stream()
                    .filter(wish -> !wish.promptId().equals("p2"))
                    .forEach(wish -> answer(wish, sink)),
            wishes);

    assertThat(faults)
        .containsOnly(
            Map.entry(
                "p2",
                "the model failed on this prompt alone: IllegalStateException: it answered 0 of 1"
                    + " requests"));
  }

  @Test
  void whatNoPromptIsToBlameForStopsEverything() {
    assertThatThrownBy(
            () ->
                isolate(
                    (group, sink) -> {
                      throw new InvalidInput("Cannot open model a: no such folder");
                    },
                    wishes(4, 1)))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Cannot open model a: no such folder");
    assertThat(outcomes).isEmpty();
  }
}
