package org.galton.job.draw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.resource.ResourceProfile;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.galton.job.run.SparkAction;
import org.galton.model.source.ModelLoader;
import org.galton.sweep.CellPlan;
import org.galton.sweep.Decoding;
import org.galton.sweep.KeptDetail;
import org.galton.sweep.Shard;
import org.galton.sweep.SweepPlan;
import org.galton.table.Table;
import org.galton.table.store.AttemptMarks;
import org.galton.table.store.Fence;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.StoredCell;
import org.galton.table.store.StoredFile;
import org.galton.table.store.StoredKeys;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Draws what a plan misses: one Spark task and one file per shard. A shard whose file is there is
 * done for good; whatever stops the job loses no more than the shards in flight.
 */
public final class RolloutJob {
  private static final String ROLLOUTS = "galton.rollouts";
  private static final String TOKENS = "galton.tokens";

  private final JavaSparkContext spark;
  private final OutputFolder output;
  private final ModelLoader loader;
  private final Fence fence;

  public RolloutJob(JavaSparkContext spark, OutputFolder output, ModelLoader loader, Fence fence) {
    this.spark = spark;
    this.output = output;
    this.loader = loader;
    this.fence = fence;
  }

  /**
   * What was drawn, by cell of the plan.
   *
   * @param keep what is stored beside the rollouts
   * @throws org.galton.spec.InvalidInput when a model cannot be opened, or a GPU is asked for where
   *     there is none
   * @throws org.galton.table.store.Unfinished when something else stops it
   */
  public RolloutResult run(
      SweepPlan plan, Decoding decoding, Set<KeptDetail> keep, Consumer<Progress> progress) {
    List<Shard> shards = plan.shards();
    if (shards.isEmpty()) {
      return RolloutResult.nothing(plan.cells().size());
    }
    LongAccumulator rollouts = spark.sc().longAccumulator(ROLLOUTS);
    LongAccumulator tokens = spark.sc().longAccumulator(TOKENS);
    List<Batch> batches = batches(shards, decoding);
    deleteOrphans(plan.cells());
    ProgressMeter meter = new ProgressMeter(ROLLOUTS, TOKENS, plan.planned(), progress);
    ShardTask task =
        new ShardTask(
            loader,
            ModelUses.of(plan.cells()),
            decoding,
            keep,
            output.root().toString(),
            SerializableConfiguration.broadcast(spark.sc()),
            fence,
            rollouts,
            tokens);
    spark.sc().addSparkListener(meter);
    try {
      SilentModels silent = new SilentModels(plan);
      List<ShardOutcome.Receipt> receipts = new ArrayList<>();
      for (Batch batch : batches) {
        receipts.addAll(draw(batch, task, meter, silent));
      }
      AttemptMarks.clearAll(output);
      deleteSuperseded(plan.cells());
      return RolloutResult.of(plan.cells().size(), receipts);
    } finally {
      spark.sc().removeSparkListener(meter);
      // On a cluster the executors' own registries close with their processes.
      ModelRegistry.ofProcess().close();
    }
  }

  /** Shards whose tasks ask Spark for the same. */
  private record Batch(List<Shard> shards, Optional<ResourceProfile> resources) {
    /** As in "12 shards of builtin:abacus on arithmetic, countdown". */
    String words() {
      return "%d shards of %s on %s"
          .formatted(
              shards.size(),
              some(shards.stream().map(Shard::source)),
              some(shards.stream().map(shard -> shard.partition().task())));
    }

    private static String some(Stream<String> names) {
      List<String> distinct = names.distinct().toList();
      String first = String.join(", ", distinct.subList(0, Math.min(3, distinct.size())));
      return distinct.size() > 3 ? first + " and " + (distinct.size() - 3) + " more" : first;
    }
  }

  /** Those that need a GPU, and those that do not: models behind a server need none. */
  private List<Batch> batches(List<Shard> shards, Decoding decoding) {
    Map<Boolean, List<Shard>> byNeed =
        shards.stream()
            .collect(
                Collectors.partitioningBy(
                    shard ->
                        loader.decoding(shard.source(), decoding).device().equals(GpuTasks.GPU)));
    List<Batch> batches = new ArrayList<>();
    if (!byNeed.get(true).isEmpty()) {
      GpuTasks.check(spark.getConf());
      batches.add(
          new Batch(byNeed.get(true), Optional.of(GpuTasks.profile(decoding.tasksPerGpu()))));
    }
    if (!byNeed.get(false).isEmpty()) {
      batches.add(new Batch(byNeed.get(false), Optional.empty()));
    }
    return batches;
  }

  private List<ShardOutcome.Receipt> draw(
      Batch batch, ShardTask task, ProgressMeter meter, SilentModels silent) {
    List<ShardOutcome.Receipt> receipts = Collections.synchronizedList(new ArrayList<>());
    AtomicReference<RuntimeException> refused = new AtomicReference<>();
    SparkContext context = spark.sc();
    String tag = "galton-" + UUID.randomUUID();
    Consumer<RuntimeException> stop =
        reason -> {
          if (refused.compareAndSet(null, reason)) {
            context.cancelJobsWithTag(tag);
          }
        };
    Consumer<ShardOutcome> onOutcome =
        outcome -> {
          if (outcome instanceof ShardOutcome.Receipt receipt) {
            receipts.add(receipt);
            meter.add(receipt);
            silent.add(receipt).ifPresent(stop);
          } else if (outcome instanceof ShardOutcome.Refusal refusal) {
            stop.accept(refusal.reason());
          }
        };
    context.addJobTag(tag);
    try {
      SparkAction.run(
          "draw rollouts",
          batch.words(),
          () -> {
            runShards(batch, task, onOutcome);
            return null;
          });
    } catch (RuntimeException e) {
      throw refused.get() == null ? e : refused.get();
    } finally {
      context.removeJobTag(tag);
    }
    if (refused.get() != null) {
      throw refused.get();
    }
    silent
        .atTheEnd()
        .ifPresent(
            reason -> {
              throw reason;
            });
    return List.copyOf(receipts);
  }

  /** Hands each outcome over as its task ends, which no Java method of Spark does. */
  private void runShards(Batch batch, ShardTask task, Consumer<ShardOutcome> onOutcome) {
    int count = batch.shards().size();
    RDD<Shard> tasks = spark.parallelize(batch.shards(), count).rdd();
    batch.resources().ifPresent(tasks::withResources);
    List<Object> partitions = IntStream.range(0, count).<Object>mapToObj(i -> i).toList();
    spark
        .sc()
        .runJob(
            tasks,
            task,
            CollectionConverters.asScala(partitions).toSeq(),
            new AbstractFunction2<Object, ShardOutcome, BoxedUnit>() {
              @Override
              public BoxedUnit apply(Object partition, ShardOutcome outcome) {
                onOutcome.accept(outcome);
                return BoxedUnit.UNIT;
              }
            },
            ClassTag$.MODULE$.apply(ShardOutcome.class));
  }

  /** Deletes tokens and searches whose rollouts a run did not come to: they are drawn anew. */
  private void deleteOrphans(List<CellPlan> cells) {
    for (CellPlan cell : cells) {
      output.current(output.tokens(cell.partition())).orphans().forEach(output::delete);
      output.current(output.searches(cell.partition())).orphans().forEach(output::delete);
      output.current(output.searchNodes(cell.partition())).orphans().forEach(output::delete);
    }
  }

  /** Deletes files of failures that later attempts have made good, or failed at again. */
  private void deleteSuperseded(List<CellPlan> cells) {
    List<CellPlan> failing = cells.stream().filter(cell -> !failures(cell).isEmpty()).toList();
    List<StoredCell> stored =
        new KeyScan(spark, output).read(failing.stream().map(CellPlan::partition).toList());
    for (int i = 0; i < failing.size(); i++) {
      StoredCell cell = stored.get(i);
      for (StoredFile file : failures(failing.get(i))) {
        boolean superseded =
            output.file(file).rows(Table.ROLLOUTS.part(StoredKeys.Part.class)).stream()
                .allMatch(row -> isSuperseded(row, cell.prompt(row.promptId())));
        if (superseded) {
          output.delete(file);
        }
      }
    }
  }

  private static boolean isSuperseded(StoredKeys.Part row, StoredKeys keys) {
    return keys.isDrawn(row.rolloutIndex()) || keys.lastFailure(row.rolloutIndex()) > row.attempt();
  }

  private List<StoredFile> failures(CellPlan cell) {
    return CellFiles.of(output, cell).failures();
  }
}
