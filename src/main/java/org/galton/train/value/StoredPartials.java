package org.galton.train.value;

import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.galton.numerics.Fnv1a;
import org.galton.spec.InvalidInput;
import org.galton.table.RolloutTokensRow;
import org.galton.table.Table;
import org.galton.table.store.GenerationFolder;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.StoredFile;
import org.galton.table.store.StoredVerdicts;

/** Partial completions in the output of a run, at the ends of blocks, with what became of them. */
final class StoredPartials {
  private final ValueSpec spec;
  private final OutputFolder output;
  private final Map<Key, long[]> outcomes = new HashMap<>();
  private final Set<String> generations = new TreeSet<>();
  private final Set<String> scorers = new TreeSet<>();
  private long rollouts;

  private record Key(String task, String promptId, int depth, IntBuffer tokens) {}

  /**
   * @param examples in an order that does not depend on where rows lie
   * @param rollouts that they are of
   * @param scorers whose verdicts they have
   */
  record Found(
      List<PartialExample> examples, long rollouts, Set<String> generations, Set<String> scorers) {}

  private StoredPartials(ValueSpec spec) {
    this.spec = spec;
    if (!Files.isDirectory(Path.of(spec.rollouts()))) {
      throw problem(
          "no such folder; name the output of a sweep of %s with keep: [tokens]"
              .formatted(spec.base()));
    }
    this.output =
        new OutputFolder(Path.of(spec.rollouts()).toAbsolutePath().toString(), new Configuration());
  }

  /**
   * @throws InvalidInput when the folder has too little to learn from
   */
  static Found of(ValueSpec spec) {
    StoredPartials partials = new StoredPartials(spec);
    partials.read();
    return partials.found();
  }

  private InvalidInput problem(String what) {
    return new InvalidInput("Cannot train a value on %s: %s".formatted(spec.rollouts(), what));
  }

  private void read() {
    List<GenerationFolder> ofBase =
        output.generations().stream().filter(one -> one.isOfModel(spec.base())).toList();
    if (ofBase.isEmpty()) {
      throw problem(
          "it has no rollouts of model %s; expected some of the base itself"
              .formatted(spec.base()));
    }
    List<GenerationFolder> wanted = ofBase.stream().filter(this::isWanted).toList();
    if (wanted.isEmpty()) {
      throw problem(
          "of its rollouts none is of the tasks and generations that 'value' names, or all were drawn by samplers, whose completions are no sample of what the model does; there are %s"
              .formatted(String.join(", ", ofBase.stream().map(GenerationFolder::place).toList())));
    }
    for (GenerationFolder generation : wanted) {
      org.apache.hadoop.fs.Path scores = scores(generation);
      for (StoredFile file : output.list(generation.rollouts())) {
        if (!file.isFailed()) {
          add(generation, file, StoredVerdicts.of(output, scores, file));
        }
      }
    }
  }

  /** By what was asked for; where nothing was, not by search. */
  private boolean isWanted(GenerationFolder generation) {
    boolean isTask = spec.tasks().isEmpty() || spec.tasks().stream().anyMatch(generation::isOf);
    String name = generation.rollouts().getName();
    boolean isNamed = spec.generations().stream().anyMatch(one -> name.equals("generation=" + one));
    return isTask
        && (isNamed
            || (spec.generations().isEmpty() && output.list(generation.searches()).isEmpty()));
  }

  private org.apache.hadoop.fs.Path scores(GenerationFolder generation) {
    if (spec.scorer().isPresent()) {
      return generation.scoresBy(spec.scorer().get());
    }
    if (generation.scorers().size() != 1) {
      throw problem(
          generation.scorers().isEmpty()
              ? "its rollouts have no verdicts; run the stage 'score' of its sweep"
              : "its rollouts have verdicts of several scorers; name one as 'scorer' of 'value', as table scores has it");
    }
    return generation.scorers().get(0);
  }

  private void add(
      GenerationFolder generation, StoredFile file, Map<StoredVerdicts.Key, Boolean> verdicts) {
    output.list(generation.tokens()).stream()
        .filter(tokens -> tokens.name().equals(file.name()))
        .flatMap(tokens -> output.file(tokens).rows(Table.ROLLOUT_TOKENS.rows()).stream())
        .forEach(
            row -> {
              Boolean right =
                  verdicts.get(new StoredVerdicts.Key(row.promptId(), row.rolloutIndex()));
              if (right != null) {
                add(row, right ? 0 : 1);
                generations.add(row.generation());
                scorers.add(scores(generation).getName());
                rollouts++;
              }
            });
  }

  /**
   * @param outcome 0 where it became right, 1 where wrong
   */
  private void add(RolloutTokensRow row, int outcome) {
    int[] prompt = row.promptTokenIds().stream().mapToInt(Integer::intValue).toArray();
    int[] ids = row.tokenIds().stream().mapToInt(Integer::intValue).toArray();
    for (int length = spec.block(); length < ids.length; length += spec.block()) {
      int[] tokens = Arrays.copyOf(prompt, prompt.length + length);
      System.arraycopy(ids, 0, tokens, prompt.length, length);
      Key key = new Key(row.task(), row.promptId(), length / spec.block(), IntBuffer.wrap(tokens));
      outcomes.computeIfAbsent(key, unknown -> new long[2])[outcome]++;
    }
  }

  private Found found() {
    if (rollouts == 0) {
      throw problem(
          "none of its rollouts has both tokens and a verdict; draw them by a sweep with keep: [tokens], and have them scored");
    }
    List<PartialExample> examples = new ArrayList<>();
    outcomes.forEach(
        (key, counts) ->
            examples.add(
                new PartialExample(
                    key.task(),
                    key.promptId(),
                    key.depth(),
                    key.tokens().array(),
                    counts[0],
                    counts[1])));
    List<PartialExample> ordered =
        examples.stream()
            .sorted(
                Comparator.<PartialExample>comparingLong(
                        one -> Fnv1a.mixed(one.promptId() + Arrays.toString(one.tokens())))
                    .thenComparing(PartialExample::tokens, Arrays::compare)
                    .thenComparing(PartialExample::promptId))
            .limit(spec.most())
            .toList();
    return new Found(ordered, rollouts, generations, scorers);
  }
}
