package org.galton.reinforce;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.galton.model.ComputeType;
import org.galton.model.ModelCard;
import org.galton.model.Sampling;
import org.galton.reinforce.episode.Partners;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.reinforce.spec.RolloutForm;
import org.galton.search.SearchSampler;
import org.galton.sweep.Framing;
import org.galton.sweep.Generation;
import org.galton.sweep.SearchedCells;
import org.galton.table.store.Partition;
import org.galton.task.Task;
import org.galton.train.policy.Learner;
import org.galton.train.policy.Policy;

/** Names, generations and checkpoints of the policies of a training. */
record PolicyVersions(
    ReinforceSpec spec, Sampling sampling, ModelCard start, Partners partners, RolloutForm form) {

  /** Of rollouts that are drawn as a sweep draws them. */
  PolicyVersions(ReinforceSpec spec, Sampling sampling, ModelCard start, Partners partners) {
    this(spec, sampling, start, partners, RolloutForm.PLAIN);
  }

  /** Of rollouts in another form, and so of another generation. */
  PolicyVersions with(RolloutForm other) {
    return new PolicyVersions(spec, sampling, start, partners, other);
  }

  /**
   * A policy as it is.
   *
   * @param changed the step that made it, not later ones that changed nothing; 0 for the start
   */
  PolicyVersion of(int changed, Policy policy) {
    return changed == 0
        ? new PolicyVersion(spec.start(), start.digest())
        : new PolicyVersion(checkpoint(changed).toString(), policy.digest());
  }

  /**
   * Where its rollouts of a task lie: where they have no form of their own, their generation is
   * that of a sweep over its checkpoint.
   */
  Partition partition(PolicyVersion version, int task) {
    Task drawn = spec.tasks().get(task).task();
    return new Partition(
        version.name(), drawn.name(), generation(version).with(partners.digests(drawn)).id());
  }

  /** Where trees of its completions lie: as a sweep's with the same sampler. */
  Partition searched(PolicyVersion version, int task, SearchSampler sampler) {
    Task searched = spec.tasks().get(task).task();
    Generation generation = SearchedCells.generation(generation(version), sampler, searched);
    return new Partition(version.name(), searched.name(), generation.id());
  }

  private Generation generation(PolicyVersion version) {
    ModelCard card =
        new ModelCard(
            version.name(),
            version.digest(),
            start.parameters(),
            start.contextLength(),
            start.step(),
            start.trainingFlops(),
            start.sampling(),
            start.chat());
    return new Generation(
        card.digest(),
        sampling,
        new Framing.Raw(),
        card.chat().digest(),
        ComputeType.FLOAT32,
        form.sampler(),
        spec.seed());
  }

  /** Folder of the checkpoint after a step. */
  Path checkpoint(int step) {
    return Path.of(spec.output()).resolve(String.format(Locale.ROOT, "step-%06d", step));
  }

  /** Folder of the adapter that is kept after a step. */
  private Path adapter(int step) {
    return checkpoint(step).resolve("adapter");
  }

  /** What can be drawn from after a step. */
  Path written(int step) {
    return spec.learning().checkpoints().hasMerged() ? checkpoint(step) : adapter(step);
  }

  void write(Policy policy, Learner learner, Totals totals) throws IOException {
    long parameters = start.parameters();
    PolicyProvenance provenance =
        new PolicyProvenance(
            spec.training(),
            spec.start(),
            totals.step(),
            spec.steps(),
            totals.tokensDrawn(),
            totals.tokensLearned(),
            totals.flops(parameters),
            totals.flopsDrawn(parameters),
            totals.flopsLearned(parameters),
            totals.seconds(),
            spec.seed());
    byte[] json = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(provenance);
    if (spec.learning().checkpoints().hasMerged()) {
      policy.write(checkpoint(totals.step()), json);
    }
    if (spec.learning().checkpoints().hasAdapter()) {
      learner.adapter().orElseThrow().write(adapter(totals.step()), spec.start(), json);
    }
  }
}
