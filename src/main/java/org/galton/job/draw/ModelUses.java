package org.galton.job.draw;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.galton.judging.JudgedValues;
import org.galton.model.InspectedModel;
import org.galton.model.LanguageModel;
import org.galton.model.Request;
import org.galton.model.episode.EpisodeModel;
import org.galton.model.llama.value.LearnedValues;
import org.galton.model.llama.value.ValueFolder;
import org.galton.model.search.PartialValues;
import org.galton.model.search.SearchModel;
import org.galton.model.search.SearchReport;
import org.galton.model.search.SearchedPrompt;
import org.galton.search.AdaptiveSampler;
import org.galton.search.BlockSampler;
import org.galton.search.ProcessVerifier;
import org.galton.search.SearchSampler;
import org.galton.search.ValueSource;
import org.galton.spec.InvalidInput;
import org.galton.sweep.Cell;
import org.galton.sweep.CellPlan;
import org.galton.sweep.Shard;
import org.galton.task.Environment;
import org.galton.task.Prompt;
import org.galton.task.StepValued;
import org.galton.task.Task;
import org.galton.task.Walk;

/** How the cells of a plan use their models: as they are, to play games, or to search. */
final class ModelUses implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<Integer, Environment> environments = new HashMap<>();
  private final HashMap<Integer, HashMap<String, String>> partners = new HashMap<>();
  private final HashMap<Integer, Searched> searches = new HashMap<>();

  /**
   * @param here where folders are that a spec names: an executor has another working directory
   */
  private record Searched(SearchSampler sampler, Task task, boolean usesValues, String here)
      implements Serializable {
    SearchedPrompt prompt(Prompt prompt) {
      ProcessVerifier exact =
          usesValues
                  && sampler.values() instanceof ValueSource.OfTask
                  && task instanceof StepValued valued
              ? valued.processVerifier(prompt)
              : partial -> 1;
      return new SearchedPrompt(
          "task %s, prompt %s".formatted(task.name(), prompt.id()),
          prompt.text(),
          sampler.values() instanceof ValueSource.OfTask own ? own.of(exact, prompt.id()) : exact,
          completion -> task.verify(prompt, completion).correct() ? 1 : 0);
    }

    /** Opens what says the values. */
    PartialValues values(LanguageModel model) {
      ValueSource source = usesValues ? sampler.values() : ValueSource.exact();
      if (source instanceof ValueSource.Learned learned) {
        return learned(learned, Path.of(here).resolve(learned.folder()), model);
      }
      return source instanceof ValueSource.Judged judged
          ? new JudgedValues(judged)
          : PartialValues.ofPrompts();
    }
  }

  private static PartialValues learned(
      ValueSource.Learned learned, Path place, LanguageModel model) {
    ValueFolder folder = new ValueFolder(place.toString());
    if (!folder.digest().equals(learned.digest())) {
      throw new InvalidInput(
          "Cannot use value head %s: its files here have digest %s, and the plan was made for %s; give every machine the same files"
              .formatted(learned.folder(), folder.digest(), learned.digest()));
    }
    if (model instanceof InspectedModel inspected) {
      return new LearnedValues(folder.head(), inspected.states(), learned.scale());
    }
    throw new InvalidInput(
        "Cannot use value head %s with model %s, whose hidden states cannot be read: expected a checkpoint's folder or a builtin: model"
            .formatted(learned.folder(), model.card().name()));
  }

  static ModelUses of(List<CellPlan> cells) {
    ModelUses uses = new ModelUses();
    for (int i = 0; i < cells.size(); i++) {
      int number = i;
      Cell cell = cells.get(i).cell();
      if (cell.task() instanceof Environment environment) {
        uses.environments.put(number, environment);
        uses.partners.put(number, new HashMap<>(cell.partners()));
      }
      cell.sampler()
          .ifPresent(
              sampler ->
                  uses.searches.put(
                      number,
                      new Searched(
                          sampler,
                          cell.task(),
                          sampler.needsValues(cell.sampling().maxTokens()),
                          Path.of("").toAbsolutePath().toString())));
    }
    return uses;
  }

  /** What a shard's rollouts are searched with, if they are. */
  Optional<SearchSampler> sampler(Shard shard) {
    return Optional.ofNullable(searches.get(shard.cell())).map(Searched::sampler);
  }

  /**
   * What a shard's rollouts are asked of.
   *
   * @param base the model without its adapter
   * @param other opens another model by its name
   * @param reports told what each search has done
   */
  LanguageModel of(
      LanguageModel model,
      Supplier<LanguageModel> base,
      Function<String, LanguageModel> other,
      Shard shard,
      List<RequestedRollout> wishes,
      BiConsumer<Request, SearchReport> reports) {
    Environment environment = environments.get(shard.cell());
    Searched searched = searches.get(shard.cell());
    if (searched != null && searched.sampler() instanceof AdaptiveSampler adaptive) {
      AdaptiveUse use = new AdaptiveUse(adaptive, shard, model, base, reports);
      return searched.task() instanceof Walk walk
          ? use.of(walk, wishes)
          : use.of(searched.task(), wishes);
    }
    if (environment != null) {
      return new EpisodeModel(
              model,
              game -> environment.start(prompt(wishes, game), game.seed()),
              environment.answerEnds(),
              shard.framing()::prompt)
          .with(partners(environment, shard, model, other));
    }
    if (searched == null || !(searched.sampler() instanceof BlockSampler sampler)) {
      return model;
    }
    Map<String, SearchedPrompt> prompts = new HashMap<>();
    return new SearchModel(
        model,
        sampler,
        request ->
            prompts.computeIfAbsent(
                prompt(wishes, request).id(), id -> searched.prompt(prompt(wishes, request))),
        reports,
        () -> searched.values(model));
  }

  /** The models of an environment's roles, each that for which the plan was made. */
  private Map<String, LanguageModel> partners(
      Environment environment,
      Shard shard,
      LanguageModel model,
      Function<String, LanguageModel> other) {
    Map<String, String> digests = partners.get(shard.cell());
    Map<String, LanguageModel> opened = new HashMap<>(Map.of(shard.source(), model));
    Map<String, LanguageModel> roles = new HashMap<>();
    environment
        .partners()
        .forEach(
            (role, source) -> {
              LanguageModel partner = opened.computeIfAbsent(source, other);
              String digest = partner.card().digest();
              if (!digest.equals(digests.get(source))) {
                throw new InvalidInput(
                    "Cannot use model %s as %s: its files here have digest %s, and the plan was made for %s; give every machine the same files"
                        .formatted(source, role, digest, digests.get(source)));
              }
              roles.put(role, partner);
            });
    return roles;
  }

  private static Prompt prompt(List<RequestedRollout> wishes, Request request) {
    return wishes.get((int) request.id()).slice().prompt();
  }
}
