package org.galton.job.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.model.ModelCard;
import org.galton.model.Processor;
import org.galton.model.source.FoundModels;
import org.galton.model.source.ModelLoader;
import org.galton.sweep.Decoding;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.task.Environment;

/**
 * The models that a spec's entries come to.
 *
 * @param spec with these models by name
 * @param cards what is known of each, in their order
 * @param partners what is known of the models that tasks name for some of their roles
 * @param skipped checkpoints that an entry found and that are left out
 */
record SweepModels(
    SweepSpec spec,
    Map<String, ModelCard> cards,
    Map<String, ModelCard> partners,
    List<FoundModels.Skipped> skipped) {

  /**
   * Looks models up. What two entries find is taken once; so is a checkpoint that an entry finds
   * under two names, such as the last one and a copy of it. Where the spec leaves the type of the
   * arithmetic open, this machine's processor decides it for all of them.
   *
   * @throws org.galton.spec.InvalidInput when an entry stands for nothing
   */
  static SweepModels of(SweepSpec asked, ModelLoader loader) {
    Map<String, ModelCard> cards = new LinkedHashMap<>();
    Map<String, String> byDigest = new HashMap<>();
    List<FoundModels.Skipped> skipped = new ArrayList<>();
    for (String entry : asked.models()) {
      FoundModels found = loader.find(entry);
      skipped.addAll(found.skipped());
      for (String source : found.sources()) {
        if (cards.containsKey(source)) {
          continue;
        }
        ModelCard card = loader.card(source);
        String twin = byDigest.putIfAbsent(card.digest(), source);
        if (twin != null && !source.equals(entry)) {
          skipped.add(new FoundModels.Skipped(source, "it is the same as " + twin));
        } else {
          cards.put(source, card);
        }
      }
    }
    SweepSpec found = asked.withModels(List.copyOf(cards.keySet()));
    return new SweepModels(
        found.withDecoding(decided(found, loader)), cards, partners(asked, loader), skipped);
  }

  private static Map<String, ModelCard> partners(SweepSpec spec, ModelLoader loader) {
    Map<String, ModelCard> partners = new LinkedHashMap<>();
    for (TaskSpec task : spec.tasks()) {
      if (task.task() instanceof Environment environment) {
        environment
            .partners()
            .values()
            .forEach(source -> partners.computeIfAbsent(source, loader::card));
      }
    }
    return partners;
  }

  /** Nothing is read of checkpoints where the spec names the type. */
  private static Decoding decided(SweepSpec spec, ModelLoader loader) {
    Decoding wanted = spec.decoding();
    return wanted.compute().named().isPresent()
        ? wanted
        : wanted.decided(
            Processor.ofThisMachine(),
            spec.models().stream().flatMap(source -> loader.storedType(source).stream()).toList());
  }
}
