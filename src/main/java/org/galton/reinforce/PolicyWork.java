package org.galton.reinforce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.job.draw.GpuUse;
import org.galton.job.policy.PolicyDevice;
import org.galton.job.policy.PolicyExecutors;
import org.galton.job.policy.PolicyOrigin;
import org.galton.job.policy.SharedGradient;
import org.galton.job.policy.SharedRollouts;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.llama.decoding.HeadType;
import org.galton.reinforce.episode.Partners;
import org.galton.reinforce.spec.MachinePlan;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.reinforce.spec.WorkPlace;
import org.galton.spec.ValueType;
import org.galton.sweep.TaskSpec;
import org.galton.train.policy.Drawing;
import org.galton.train.policy.Learned;
import org.galton.train.policy.Learner;
import org.galton.train.policy.LearnerOptions;
import org.galton.train.policy.Policy;

/** Draws rollouts and takes steps where the spec says: in this process, or by executors. */
final class PolicyWork implements AutoCloseable {
  /** The device of what is drawn in this process. */
  static final String HERE = "cpu";

  private final WorkPlace drawing;
  private final WorkPlace learning;
  private final Sampling sampling;
  private final MachinePlan machine;
  private final LearnerOptions options;
  private final Optional<PolicyExecutors> executors;
  private final Partners partners;

  /**
   * @param startDigest of the checkpoint that the training begins with
   */
  PolicyWork(ReinforceSpec spec, Sampling sampling, String startDigest) {
    this.machine = spec.machine();
    this.drawing = spec.placement().drawing();
    this.learning = spec.placement().learner();
    this.sampling = sampling;
    this.options =
        new LearnerOptions(
            spec.learning().optimizer(),
            sampling.temperature(),
            machine.batchTokens(),
            spec.head().learning());
    this.executors =
        spec.placement().needsSpark()
            ? Optional.of(
                PolicyExecutors.ofActiveSession(
                    new PolicyOrigin(spec.start(), startDigest, machine.threads(), options)))
            : Optional.empty();
    this.partners = new Partners(spec.tasks().stream().map(TaskSpec::task).toList());
  }

  /** Models beside the policy. */
  Partners partners() {
    return partners;
  }

  /** Of whole completions. */
  Sampling sampling() {
    return sampling;
  }

  LearnerOptions options() {
    return options;
  }

  /** One completion for every request of each prompt, in no particular order. */
  List<SharedRollouts.Placed> draw(
      Policy policy, List<List<Request>> byPrompt, HeadType head, PhaseClock clock) {
    return draw(policy, byPrompt, sampling, head, clock);
  }

  /**
   * The same by another sampling.
   *
   * @param wish of parts of completions, such as steps
   */
  List<SharedRollouts.Placed> draw(
      Policy policy, List<List<Request>> byPrompt, Sampling wish, HeadType head, PhaseClock clock) {
    Drawing loops = new Drawing(machine.slots(), machine.threads(), head);
    if (drawing instanceof WorkPlace.Executors place) {
      return clock
          .timeOnExecutors(
              Phase.DRAWING,
              () ->
                  executors
                      .orElseThrow()
                      .draw(
                          policy,
                          byPrompt,
                          wish,
                          loops,
                          device(place, GpuUse.DRAWING),
                          place.shares()),
              SharedRollouts::time)
          .rollouts();
    }
    List<SharedRollouts.Placed> drawn = new ArrayList<>();
    clock.run(
        Phase.DRAWING,
        () ->
            policy.draw(
                byPrompt,
                wish,
                loops,
                rollout -> drawn.add(new SharedRollouts.Placed(rollout, HERE))));
    return drawn;
  }

  /** One optimiser step. */
  Learned learn(Policy policy, Learner learner, StepBatch batch, double rate, PhaseClock clock) {
    if (learning instanceof WorkPlace.Executors place) {
      SharedGradient gradient =
          clock.timeOnExecutors(
              Phase.LEARNING,
              () ->
                  executors
                      .orElseThrow()
                      .gradient(
                          policy,
                          batch.traces(),
                          batch.objective(),
                          device(place, GpuUse.LEARNING),
                          place.shares()),
              SharedGradient::time);
      return clock.time(Phase.LEARNING, () -> learner.step(gradient.gradient(), rate));
    }
    return clock.time(Phase.LEARNING, () -> learner.step(batch.traces(), batch.objective(), rate));
  }

  private static PolicyDevice device(WorkPlace.Executors place, GpuUse use) {
    return new PolicyDevice(ValueType.written(place.device()), use);
  }

  @Override
  public void close() {
    partners.close();
    executors.ifPresent(PolicyExecutors::close);
  }
}
