package org.galton.train;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.galton.model.Completion;
import org.galton.model.LanguageModel;
import org.galton.model.ModelPrompt;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.Uniforms;
import org.galton.model.episode.EpisodeModel;
import org.galton.task.Environment;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.Task;

/**
 * The share of a task's validation prompts that one completion each, at temperature 1, solves.
 * Games are played.
 */
final class PassRate {
  private PassRate() {}

  static double of(LanguageModel model, Task task, int count, long seed) {
    List<Prompt> prompts = task.prompts(Split.VALIDATION, count, seed);
    List<Request> requests = new ArrayList<>();
    for (int i = 0; i < prompts.size(); i++) {
      requests.add(new Request(i, prompts.get(i).text(), Uniforms.seed(seed, i)));
    }
    AtomicInteger correct = new AtomicInteger();
    LanguageModel asked =
        task instanceof Environment environment
            ? new EpisodeModel(
                model,
                game -> environment.start(prompts.get((int) game.id()), game.seed()),
                environment.answerEnds(),
                ModelPrompt.Raw::new)
            : model;
    asked.generate(
        requests.iterator(),
        Sampling.untempered(model.card().contextLength()),
        outcome -> {
          Prompt prompt = prompts.get((int) outcome.request().id());
          if (outcome instanceof Completion completion
              && task.verify(prompt, completion.text()).correct()) {
            correct.incrementAndGet();
          }
        });
    return (double) correct.get() / prompts.size();
  }
}
