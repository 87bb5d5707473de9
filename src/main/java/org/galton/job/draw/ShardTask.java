package org.galton.job.draw;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.galton.job.monitoring.DrawingCounts;
import org.galton.model.Completion;
import org.galton.model.LanguageModel;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.source.ModelLoader;
import org.galton.spec.InvalidInput;
import org.galton.sweep.Decoding;
import org.galton.sweep.KeptDetail;
import org.galton.sweep.Shard;
import org.galton.sweep.VerifierUse;
import org.galton.table.RolloutRow;
import org.galton.table.RolloutStatus;
import org.galton.table.Table;
import org.galton.table.store.AttemptMarks;
import org.galton.table.store.Fence;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.TableFile;
import org.galton.table.store.Unfinished;
import scala.runtime.AbstractFunction2;

/** Draws a shard and writes its file. Runs on executors, any number of times for the same shard. */
public final class ShardTask
    extends AbstractFunction2<TaskContext, scala.collection.Iterator<Shard>, ShardOutcome>
    implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ModelLoader loader;
  private final ModelUses uses;
  private final Decoding decoding;
  private final HashSet<KeptDetail> keep;
  private final String root;
  private final Broadcast<SerializableConfiguration> configuration;
  private final Fence fence;
  private final LongAccumulator rollouts;
  private final LongAccumulator tokens;

  /**
   * @param uses how each cell uses its model
   */
  ShardTask(
      ModelLoader loader,
      ModelUses uses,
      Decoding decoding,
      Set<KeptDetail> keep,
      String root,
      Broadcast<SerializableConfiguration> configuration,
      Fence fence,
      LongAccumulator rollouts,
      LongAccumulator tokens) {
    this.loader = loader;
    this.uses = uses;
    this.decoding = decoding;
    this.keep = new HashSet<>(keep);
    this.root = root;
    this.configuration = configuration;
    this.fence = fence;
    this.rollouts = rollouts;
    this.tokens = tokens;
  }

  @Override
  public ShardOutcome apply(TaskContext task, scala.collection.Iterator<Shard> shards) {
    try {
      Shard shard = shards.next();
      Function<String, Decoding> devices =
          source -> AssignedDevice.of(task, loader.decoding(source, decoding));
      return run(shard, devices, task.taskAttemptId());
    } catch (InvalidInput | Unfinished e) {
      return new ShardOutcome.Refusal(e);
    }
  }

  /**
   * @param devices where a model is opened, by its name
   */
  private ShardOutcome run(Shard shard, Function<String, Decoding> devices, long task) {
    Decoding assigned = devices.apply(shard.source());
    OutputFolder output = new OutputFolder(root, configuration.value().value());
    TableFile drawn = ShardFiles.drawn(output, shard);
    if (drawn.exists()) {
      return ShardFiles.receipt(
          drawn, ShardFiles.searches(output, shard), shard, assigned.device(), task);
    }
    long began = System.nanoTime();
    AttemptMarks marks = new AttemptMarks(output, shard.name());
    List<RequestedRollout> wishes = RequestedRollout.of(shard);
    List<RolloutRow> rows = new ArrayList<>(wishes.size());
    List<Completion> told = new ArrayList<>();
    ShardSearches searches = new ShardSearches(shard, wishes);
    AtomicLong drawnTokens = new AtomicLong();
    AtomicReference<VerifierUse> verifier = new AtomicReference<>(VerifierUse.NOTHING);
    Map<String, String> faults =
        new ShardDrawing(
                marks, (group, sink) -> draw(shard, devices, wishes, searches, group, sink))
            .draw(
                wishes,
                outcome -> {
                  rows.add(row(shard, wishes, outcome, assigned.device()));
                  if (outcome instanceof Completion completion) {
                    long spent = searches.drawnTokens(completion);
                    tokens.add(spent);
                    drawnTokens.addAndGet(spent);
                    verifier.accumulateAndGet(searches.verifier(completion), VerifierUse::plus);
                    if (keep.contains(KeptDetail.TOKENS)) {
                      told.add(completion);
                    }
                  }
                });
    rows.sort(Comparator.comparing(RolloutRow::promptId).thenComparing(RolloutRow::rolloutIndex));
    double seconds = (System.nanoTime() - began) / 1e9;
    List<RolloutRow> failed = rows.stream().filter(ShardTask::isFailed).toList();
    List<RolloutRow> good = rows.stream().filter(row -> !isFailed(row)).toList();
    if (!failed.isEmpty()) {
      ShardFiles.failed(output, shard).publish(Table.ROLLOUTS, failed, () -> fence.check(output));
    }
    if (!good.isEmpty()) {
      ShardTokens.of(shard, wishes, told)
          .publish(ShardFiles.tokens(output, shard), drawn, () -> fence.check(output));
      uses.sampler(shard)
          .ifPresent(
              sampler -> {
                Runnable check = () -> fence.check(output);
                searches
                    .of(sampler, good)
                    .publish(ShardFiles.searches(output, shard), drawn, check);
                searches
                    .nodes(good)
                    .ifPresent(
                        nodes ->
                            nodes.publish(ShardFiles.searchNodes(output, shard), drawn, check));
              });
      drawn.publish(Table.ROLLOUTS, good, () -> fence.check(output));
    }
    marks.clear();
    return new ShardOutcome.Receipt(
        task,
        shard.cell(),
        good.size(),
        failed.size(),
        drawnTokens.get(),
        verifier.get(),
        seconds,
        assigned.device(),
        quarantined(shard, faults, failed));
  }

  private static ArrayList<Quarantined> quarantined(
      Shard shard, Map<String, String> faults, List<RolloutRow> failed) {
    ArrayList<Quarantined> found = new ArrayList<>();
    new TreeMap<>(faults)
        .forEach(
            (prompt, reason) ->
                found.add(
                    new Quarantined(
                        shard.source(),
                        shard.partition().task(),
                        prompt,
                        (int) failed.stream().filter(row -> row.promptId().equals(prompt)).count(),
                        reason)));
    return found;
  }

  /** Draws with one model, which is another one's after a failure. */
  private void draw(
      Shard shard,
      Function<String, Decoding> devices,
      List<RequestedRollout> wishes,
      ShardSearches searches,
      List<RequestedRollout> group,
      Consumer<Outcome> sink) {
    Decoding assigned = devices.apply(shard.source());
    ModelRegistry.Loan loan = borrow(shard, assigned);
    try (DrawingCounts.Shard counts = DrawingCounts.ofProcess().begin(group.size())) {
      watched(
              loan.model(),
              (model, heard) ->
                  uses.of(
                      model,
                      () -> loan.base(name -> loader.load(name, assigned)),
                      other ->
                          heard.apply(
                              loan.partner(other, name -> loader.load(name, devices.apply(name)))),
                      shard,
                      wishes,
                      searches::add))
          .generate(
              counts.taken(group.stream().map(RequestedRollout::request).iterator()),
              shard.sampling(),
              counts.counted(sink));
      loan.giveBack();
    } catch (RuntimeException | Error e) {
      giveUp(loan, e);
      throw e;
    }
  }

  private static void giveUp(ModelRegistry.Loan loan, Throwable reason) {
    try {
      loan.close();
    } catch (RuntimeException e) {
      reason.addSuppressed(e);
    }
  }

  private LanguageModel watched(LanguageModel model, WatchedModel.Use use) {
    return decoding.timeout().isZero()
        ? use.of(model, UnaryOperator.identity())
        : new WatchedModel(model, use, decoding.timeout());
  }

  private ModelRegistry.Loan borrow(Shard shard, Decoding assigned) {
    ModelRegistry.Loan loan;
    try {
      loan =
          ModelRegistry.ofProcess()
              .borrow(shard.source(), assigned, () -> loader.load(shard.source(), assigned));
    } catch (InvalidInput | Unfinished e) {
      throw e;
    } catch (RuntimeException | OutOfMemoryError e) {
      throw new Unfinished(
          "Cannot load model %s on %s: %s"
              .formatted(shard.source(), assigned.device(), e.getMessage()),
          e);
    }
    String digest = loan.model().card().digest();
    if (!digest.equals(shard.modelDigest())) {
      loan.close();
      throw new InvalidInput(
          "Cannot use model %s: its files here have digest %s, and the plan was made for %s; give"
                  .formatted(shard.source(), digest, shard.modelDigest())
              + " every machine the same files");
    }
    return loan;
  }

  /** What the model is asked for, in this order. */
  public static List<Request> requests(Shard shard) {
    return RequestedRollout.of(shard).stream().map(RequestedRollout::request).toList();
  }

  private RolloutRow row(
      Shard shard, List<RequestedRollout> wishes, Outcome outcome, String device) {
    RequestedRollout wish = wishes.get((int) outcome.request().id());
    rollouts.add(1);
    return RolloutRows.row(
        shard.partition(),
        wish.promptId(),
        wish.rolloutIndex(),
        wish.slice().attempt(),
        outcome,
        device);
  }

  private static boolean isFailed(RolloutRow row) {
    return RolloutStatus.FAILED.is(row.status());
  }
}
