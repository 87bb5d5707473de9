package org.galton.job.draw;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.galton.job.run.PromptRef;
import org.galton.job.run.SparkAction;
import org.galton.job.run.StoredTwice;
import org.galton.spec.InvalidInput;
import org.galton.sweep.Cell;
import org.galton.sweep.CellPlan;
import org.galton.sweep.CellQuota;
import org.galton.sweep.SweepPlan;
import org.galton.sweep.SweepSpec;
import org.galton.table.Table;
import org.galton.table.store.CurrentFiles;
import org.galton.table.store.GenerationFolder;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;
import org.galton.table.store.StoredCell;
import org.galton.table.store.StoredFile;
import org.galton.table.store.StoredKeys;
import org.galton.table.store.TableFile;
import org.galton.task.Prompt;
import scala.Tuple2;

/** Finds which rollouts are stored. Reads key columns only, on executors. */
public final class KeyScan {
  private record CellFile(int cell, StoredFile file) implements Serializable {}

  private final JavaSparkContext spark;
  private final OutputFolder output;

  public KeyScan(JavaSparkContext spark, OutputFolder output) {
    this.spark = spark;
    this.output = output;
  }

  /**
   * A plan against what is stored.
   *
   * @param quotas what is wanted of each cell
   * @throws InvalidInput when a rollout is stored twice
   */
  public SweepPlan plan(SweepSpec spec, List<Cell> cells, List<CellQuota> quotas) {
    List<Partition> partitions =
        cells.stream().map(cell -> output.stored(cell.partition())).toList();
    return SweepPlan.of(spec, cells, read(partitions), quotas);
  }

  /** Of the rollouts that a plan asks for, how many are stored without their tokens. */
  public long withoutTokens(SweepPlan plan) {
    List<StoredCell> stored =
        read(plan.cells().stream().map(CellPlan::partition).toList(), this::withoutTokens);
    long found = 0;
    for (int i = 0; i < stored.size(); i++) {
      CellPlan cell = plan.cells().get(i);
      for (Prompt prompt : cell.cell().prompts()) {
        found += stored.get(i).prompt(prompt.id()).drawn(cell.quota().most(prompt.id()));
      }
    }
    return found;
  }

  private List<StoredFile> withoutTokens(Partition partition, CurrentFiles rollouts) {
    Set<String> told =
        output.list(output.tokens(partition)).stream()
            .map(StoredFile::name)
            .collect(Collectors.toSet());
    return rollouts.stored().stream()
        .filter(file -> !file.isFailed() && !told.contains(file.name()))
        .toList();
  }

  /**
   * What is stored of each partition, in the same order.
   *
   * @throws InvalidInput when a rollout is stored twice
   */
  List<StoredCell> read(List<Partition> partitions) {
    return read(partitions, (partition, found) -> found.stored());
  }

  private List<StoredCell> read(
      List<Partition> partitions, BiFunction<Partition, CurrentFiles, List<StoredFile>> wanted) {
    List<CellFile> files = new ArrayList<>();
    List<Map<String, StoredKeys>> prompts = new ArrayList<>();
    List<Integer> epochs = new ArrayList<>();
    for (int cell = 0; cell < partitions.size(); cell++) {
      prompts.add(new HashMap<>());
      CurrentFiles found = output.current(output.rollouts(partitions.get(cell)));
      epochs.add(found.epoch());
      for (StoredFile file : wanted.apply(partitions.get(cell), found)) {
        files.add(new CellFile(cell, file));
      }
    }
    if (!files.isEmpty()) {
      collect(files)
          .forEach(found -> prompts.get(found._1().cell()).put(found._1().promptId(), found._2()));
    }
    List<StoredCell> cells = new ArrayList<>();
    for (int cell = 0; cell < partitions.size(); cell++) {
      checkEachOnce(partitions.get(cell), prompts.get(cell));
      cells.add(new StoredCell(partitions.get(cell), epochs.get(cell), prompts.get(cell)));
    }
    return cells;
  }

  /**
   * Reads the keys of all generations, before anything is made of them.
   *
   * @throws InvalidInput when a rollout is stored twice
   */
  public void requireOnce(List<GenerationFolder> generations) {
    List<CellFile> files = new ArrayList<>();
    for (int i = 0; i < generations.size(); i++) {
      for (StoredFile file : output.current(generations.get(i).rollouts()).stored()) {
        files.add(new CellFile(i, file));
      }
    }
    if (!files.isEmpty()) {
      collect(files)
          .forEach(
              found -> {
                if (found._2().firstTwice() >= 0) {
                  throw twice(
                      generations.get(found._1().cell()).rollouts(),
                      found._1().promptId(),
                      found._2().firstTwice());
                }
              });
    }
  }

  private List<Tuple2<PromptRef, StoredKeys>> collect(List<CellFile> files) {
    String root = output.root().toString();
    Broadcast<SerializableConfiguration> configuration =
        SerializableConfiguration.broadcast(spark.sc());
    int slices = Math.min(files.size(), 4 * spark.defaultParallelism());
    return SparkAction.run(
        "read which rollouts are stored",
        () ->
            spark
                .parallelize(files, slices)
                .mapPartitionsToPair(part -> keys(part, root, configuration))
                .reduceByKey(StoredKeys::add, slices)
                .collect());
  }

  private static Iterator<Tuple2<PromptRef, StoredKeys>> keys(
      Iterator<CellFile> files, String root, Broadcast<SerializableConfiguration> configuration) {
    OutputFolder output = new OutputFolder(root, configuration.value().value());
    Map<PromptRef, StoredKeys> keys = new HashMap<>();
    files.forEachRemaining(
        file ->
            output
                .file(file.file())
                .forEach(
                    Table.ROLLOUTS.part(StoredKeys.Part.class),
                    row ->
                        keys.computeIfAbsent(
                                new PromptRef(file.cell(), row.promptId()),
                                prompt -> new StoredKeys())
                            .add(row)));
    return keys.entrySet().stream().map(e -> new Tuple2<>(e.getKey(), e.getValue())).iterator();
  }

  private void checkEachOnce(Partition partition, Map<String, StoredKeys> prompts) {
    prompts.forEach(
        (promptId, keys) -> {
          if (keys.firstTwice() >= 0) {
            throw twice(output.rollouts(partition), promptId, keys.firstTwice());
          }
        });
  }

  private InvalidInput twice(Path rollouts, String promptId, int rolloutIndex) {
    List<String> holders = new ArrayList<>();
    for (StoredFile stored : output.current(rollouts).stored()) {
      TableFile file = output.file(stored);
      file.forEachOf(
          promptId,
          Table.ROLLOUTS.part(StoredKeys.Part.class),
          row -> {
            if (row.rolloutIndex() == rolloutIndex) {
              holders.add(stored.name());
            }
          });
    }
    return StoredTwice.of(
        output.root(),
        "%s (%s)".formatted(rollouts, String.join(" and ", holders)),
        promptId,
        rolloutIndex);
  }
}
