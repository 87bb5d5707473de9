package org.galton.job.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            for (SamplingWish wish : spec.samplings()) {
              Sampling sampling = wish.under(model);
              Generation plain =
                  Generation.of(
                      model, sampling, spec.framing(), spec.decoding().type(), spec.seed());
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
                      wish.sampler()));
            }
          });
    }
    return cells;
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
