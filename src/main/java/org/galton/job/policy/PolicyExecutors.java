package org.galton.job.policy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.galton.job.draw.GpuTasks;
import org.galton.job.run.SparkAction;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.train.WeightVector;
import org.galton.train.policy.DivisibleObjective;
import org.galton.train.policy.Drawing;
import org.galton.train.policy.Policy;

/**
 * The executors of a training. Weights are sent once for each policy. A share is a task, which
 * computes nothing but its answer: Spark may run it again anywhere. Answers are put together in the
 * order of shares, so that sums do not depend on which task ends first.
 *
 * <p>The driver holds the gradients of all shares at once: 4 bytes for each weight and share, below
 * {@code spark.driver.maxResultSize}.
 */
public final class PolicyExecutors implements AutoCloseable {
  private final JavaSparkContext spark;
  private final PolicyOrigin origin;
  private Optional<Sent> sent = Optional.empty();

  /** Weights that executors have, or are about to have. */
  private record Sent(String digest, Broadcast<VersionedWeights> weights) {}

  private PolicyExecutors(JavaSparkContext spark, PolicyOrigin origin) {
    this.spark = spark;
    this.origin = origin;
  }

  /** Those of the session that the command has opened. */
  public static PolicyExecutors ofActiveSession(PolicyOrigin origin) {
    return new PolicyExecutors(
        JavaSparkContext.fromSparkContext(SparkSession.active().sparkContext()), origin);
  }

  /**
   * The gradient of an objective's loss; the objective has then counted all rollouts.
   *
   * @param shares most tasks
   * @throws org.galton.spec.InvalidInput when an executor cannot open the policy
   * @throws org.galton.table.store.Unfinished when Spark gives up
   */
  public <A extends Serializable> SharedGradient gradient(
      Policy policy,
      List<TokenTrace> rollouts,
      DivisibleObjective<A> objective,
      PolicyDevice device,
      int shares) {
    List<GradientShare<A>> wanted = GradientShare.of(rollouts, objective, shares);
    List<ShareAnswer.Done<GradientShare.Computed<A>>> done =
        run("compute gradients", policy, device, wanted, (open, share) -> share.computed(open));
    WeightVector sum = done.get(0).result().gradient();
    done.stream().skip(1).forEach(share -> sum.add(share.result().gradient()));
    done.forEach(share -> objective.add(share.result().account()));
    return new SharedGradient(sum, ExecutorTime.of(done));
  }

  /**
   * Draws one completion for every request.
   *
   * @param byPrompt requests of one prompt each
   * @param shares most tasks
   * @throws org.galton.spec.InvalidInput when an executor cannot open the policy
   * @throws org.galton.table.store.Unfinished when Spark gives up
   */
  public SharedRollouts draw(
      Policy policy,
      List<List<Request>> byPrompt,
      Sampling sampling,
      Drawing drawing,
      PolicyDevice device,
      int shares) {
    List<ShareAnswer.Done<ArrayList<DrawingShare.Told>>> done =
        run(
            "draw rollouts",
            policy,
            device,
            DrawingShare.of(byPrompt, sampling, drawing, shares),
            (open, share) -> share.drawn(open));
    List<SharedRollouts.Placed> rollouts = new ArrayList<>();
    for (ShareAnswer.Done<ArrayList<DrawingShare.Told>> share : done) {
      for (DrawingShare.Told told : share.result()) {
        rollouts.add(new SharedRollouts.Placed(told.rollout(), share.device()));
      }
    }
    return new SharedRollouts(rollouts, ExecutorTime.of(done));
  }

  private <I, O> List<ShareAnswer.Done<O>> run(
      String purpose, Policy policy, PolicyDevice device, List<I> shares, ShareWork<I, O> work) {
    if (device.isGpu()) {
      GpuTasks.check(spark.getConf(), device.use());
    }
    ShareTask<I, O> task = new ShareTask<>(origin, weights(policy), device, work);
    List<ShareAnswer<O>> answers =
        SparkAction.run(
            purpose,
            shares.size() + " shares of " + origin.source(),
            () -> {
              JavaRDD<I> tasks = spark.parallelize(shares, shares.size());
              return (device.isGpu() ? tasks.withResources(GpuTasks.profile(1)) : tasks)
                  .map(task)
                  .collect();
            });
    return answers.stream().map(PolicyExecutors::done).toList();
  }

  private static <O> ShareAnswer.Done<O> done(ShareAnswer<O> answer) {
    if (answer instanceof ShareAnswer.Done<O> done) {
      return done;
    }
    throw ((ShareAnswer.Refused<O>) answer).reason();
  }

  private Broadcast<VersionedWeights> weights(Policy policy) {
    String digest = policy.digest();
    if (sent.isEmpty() || !sent.get().digest().equals(digest)) {
      forget();
      VersionedWeights weights = new VersionedWeights(digest, policy.values());
      sent = Optional.of(new Sent(digest, spark.broadcast(weights)));
    }
    return sent.get().weights();
  }

  private void forget() {
    sent.ifPresent(old -> old.weights().destroy());
    sent = Optional.empty();
  }

  @Override
  public void close() {
    forget();
    // Elsewhere the executors' own policies close with their processes.
    ProcessPolicies.ofProcess().close();
  }
}
