package org.galton.job.draw;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.galton.model.Completion;
import org.galton.model.LanguageModel;
import org.galton.model.ModelPrompt;
import org.galton.model.Request;
import org.galton.model.adaptive.AdaptiveModel;
import org.galton.model.adaptive.AdaptivePrompt;
import org.galton.model.adaptive.ReadAnswer;
import org.galton.model.adaptive.WalkTurns;
import org.galton.model.episode.EpisodeModel;
import org.galton.model.search.SearchReport;
import org.galton.search.AdaptiveSampler;
import org.galton.search.AdaptiveSampler.Mode;
import org.galton.search.SearchEnd;
import org.galton.sweep.Shard;
import org.galton.table.store.Fingerprint;
import org.galton.task.Prompt;
import org.galton.task.Task;
import org.galton.task.Verdict;
import org.galton.task.Walk;
import org.galton.task.judge.JudgeBroken;

/**
 * How rollouts of a shard are drawn adaptively: what a task makes of their answers, and what their
 * pilots are seeded by.
 *
 * @param base the model without its adapter
 */
record AdaptiveUse(
    AdaptiveSampler sampler,
    Shard shard,
    LanguageModel model,
    Supplier<LanguageModel> base,
    BiConsumer<Request, SearchReport> reports) {
  private static final String PILOT = "pilot";
  private static final String PILOT_AT = "pilot at a state";

  private LanguageModel exploring() {
    return sampler.mode() == Mode.CONVERGE ? model : base.get();
  }

  /** Rollouts of one answer. */
  LanguageModel of(Task task, List<RequestedRollout> wishes) {
    Map<String, AdaptivePrompt> prompts = new HashMap<>();
    return new AdaptiveModel(
        model,
        exploring(),
        sampler,
        request -> {
          Prompt prompt = wishes.get((int) request.id()).slice().prompt();
          return prompts.computeIfAbsent(
              prompt.id(),
              id ->
                  new AdaptivePrompt(
                      seed(PILOT, id), completion -> read(task, prompt, completion)));
        },
        reports);
  }

  /** As figures do: a completion that the limit cut has no answer. */
  private static ReadAnswer read(Task task, Prompt prompt, Completion completion) {
    if (completion.finish() == Completion.Finish.LENGTH) {
      return new ReadAnswer(Optional.empty(), SearchEnd.Kind.GIVEN_UP);
    }
    try {
      Verdict verdict = task.verify(prompt, completion.text());
      return new ReadAnswer(
          Optional.of(verdict.answer()).filter(answer -> !answer.isEmpty()),
          verdict.correct() ? SearchEnd.Kind.FOUND : SearchEnd.Kind.WRONG);
    } catch (JudgeBroken e) {
      throw e;
    } catch (RuntimeException unreadable) {
      return new ReadAnswer(Optional.empty(), SearchEnd.Kind.WRONG);
    }
  }

  /** Walks each of whose steps is an answer of its own. */
  LanguageModel of(Walk task, List<RequestedRollout> wishes) {
    Map<ModelPrompt, AdaptivePrompt> states = new HashMap<>();
    WalkTurns turns =
        new WalkTurns(
            model,
            exploring(),
            sampler,
            turn -> states.computeIfAbsent(turn.prompt(), asked -> state(task, asked)),
            reports);
    return new EpisodeModel(
        turns,
        walk -> task.start(wishes.get((int) walk.id()).slice().prompt(), walk.seed()),
        task.answerEnds(),
        shard.framing()::prompt,
        turns::asks);
  }

  private AdaptivePrompt state(Walk task, ModelPrompt asked) {
    return new AdaptivePrompt(
        seed(PILOT_AT, text(asked)),
        completion -> {
          Optional<String> state = task.state(completion.text());
          boolean isMove =
              state
                  .map(task::question)
                  .filter(question -> !shard.framing().prompt(question).equals(asked))
                  .isPresent();
          return new ReadAnswer(state, isMove ? SearchEnd.Kind.FOUND : SearchEnd.Kind.WRONG);
        });
  }

  /** All of it that differs between prompts of one framing. */
  private static String text(ModelPrompt prompt) {
    if (prompt instanceof ModelPrompt.Chat chat) {
      return chat.messages().get(chat.messages().size() - 1).content();
    }
    if (prompt instanceof ModelPrompt.Raw raw) {
      return raw.text();
    }
    throw new IllegalStateException("Cannot draw a pilot of a completion that has begun");
  }

  /** Of a prompt and a generation, and of nothing else. */
  private long seed(String purpose, String prompt) {
    return Fingerprint.of(
            List.of(shard.partition().generation(), shard.partition().task(), purpose, prompt))
        .bits();
  }
}
