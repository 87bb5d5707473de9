package org.galton.job.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.galton.model.ModelCard;
import org.galton.model.ModelPrompt;
import org.galton.model.Sampling;
import org.galton.model.episode.TurnPrompts;
import org.galton.sweep.Cell;
import org.galton.sweep.Framing;
import org.galton.sweep.Generation;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SearchedCells;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.task.Environment;
import org.galton.task.Prompt;
import org.galton.task.Task;
import org.galton.task.environment.EnvironmentTask;

/** A spec's models × tasks × samplings, with models looked up and prompts posed. */
final class Cells {
  private Cells() {}

  /** Model by model, so that an executor opens each once. */
  static List<Cell> of(SweepModels models) {
    SweepSpec spec = models.spec();
    Map<TaskSpec, List<Prompt>> prompts = new LinkedHashMap<>();
    for (TaskSpec task : spec.tasks()) {
      prompts.put(task, task.task().prompts(task.split(), task.prompts(), spec.seed()));
    }
    List<Cell> cells = new ArrayList<>();
    for (String source : spec.models()) {
      ModelCard model = models.cards().get(source);
      prompts.forEach(
          (task, posed) -> {
            check(model, spec.framing(), task.task(), posed);
            Map<String, ModelCard> partners = partners(models, task.task());
            partners
                .values()
                .forEach(partner -> check(partner, spec.framing(), task.task(), posed));
            for (SamplingWish wish : spec.samplings()) {
              Sampling sampling = wish.under(model);
              Generation plain =
                  Generation.of(
                          model, sampling, spec.framing(), spec.decoding().type(), spec.seed())
                      .with(digests(partners, spec.framing()));
              Generation generation =
                  wish.sampler()
                      .map(search -> SearchedCells.generation(plain, search, task.task()))
                      .orElse(plain);
              cells.add(
                  new Cell(
                      source,
                      model,
                      task.task(),
                      posed,
                      sampling,
                      spec.framing(),
                      generation.id(),
                      wish.sampler(),
                      sources(models, task.task())));
            }
          });
    }
    return cells;
  }

  /** By role. */
  private static Map<String, ModelCard> partners(SweepModels models, Task task) {
    Map<String, ModelCard> partners = new TreeMap<>();
    if (task instanceof Environment environment) {
      environment
          .partners()
          .forEach((role, source) -> partners.put(role, models.partners().get(source)));
    }
    return partners;
  }

  /** What shapes the distribution of their answers, by role. */
  private static TreeMap<String, String> digests(Map<String, ModelCard> partners, Framing framing) {
    TreeMap<String, String> digests = new TreeMap<>();
    partners.forEach(
        (role, card) ->
            digests.put(
                role,
                framing instanceof Framing.Chat
                    ? card.digest() + " " + card.chat().digest()
                    : card.digest()));
    return digests;
  }

  /** Digests by what the spec calls the models. */
  private static Map<String, String> sources(SweepModels models, Task task) {
    Map<String, String> sources = new TreeMap<>();
    if (task instanceof Environment environment) {
      environment
          .partners()
          .values()
          .forEach(source -> sources.put(source, models.partners().get(source).digest()));
    }
    return sources;
  }

  /** Whether the model can be asked in this way at all: one prompt tells. */
  private static void check(ModelCard model, Framing framing, Task task, List<Prompt> prompts) {
    if (prompts.isEmpty()) {
      return;
    }
    Prompt first = prompts.get(0);
    List<ModelPrompt> asked =
        task instanceof EnvironmentTask episodes
            ? TurnPrompts.of(episodes.start(first, 0), framing::prompt)
            : List.of(framing.prompt(first.text()));
    for (ModelPrompt prompt : asked) {
      if (prompt instanceof ModelPrompt.Chat chat) {
        model.chat().check(chat);
      }
    }
  }
}
