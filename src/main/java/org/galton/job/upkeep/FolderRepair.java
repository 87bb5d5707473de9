package org.galton.job.upkeep;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.galton.job.run.RunName;
import org.galton.table.RolloutRow;
import org.galton.table.SearchNodesRow;
import org.galton.table.Table;
import org.galton.table.store.FileName;
import org.galton.table.store.GenerationFolder;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.OutputLease;
import org.galton.table.store.StoredFile;
import org.galton.table.store.TableFile;
import org.galton.table.store.Unfinished;

/**
 * Mends an output folder: moves what is wrong to {@code _set_aside}, where no reader looks, and
 * deletes nothing. Of a file some of whose rollouts are stored twice the rest is written anew.
 */
public final class FolderRepair {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private static final int MOST_ROUNDS = 4;

  private final SparkSession spark;
  private final OutputFolder output;

  public FolderRepair(SparkSession spark, OutputFolder output) {
    this.spark = spark;
    this.output = output;
  }

  /**
   * Under the lease; returns what was found before.
   *
   * @throws Unfinished when a run holds the folder, or faults come back
   */
  public List<FolderFault> run(Instant now) {
    String aside = "_set_aside/" + WHEN.format(now);
    try (OutputLease lease =
        OutputLease.acquire(output, RunName.at(now, "check").runId(), Clock.systemUTC())) {
      List<FolderFault> found = new ArrayList<>();
      // What is moved may leave others without what they belong to.
      for (int round = 0; round < MOST_ROUNDS; round++) {
        List<FolderFault> faults = new FolderCheck(spark, output).faults();
        faults.stream().filter(fault -> !found.contains(fault)).forEach(found::add);
        if (faults.stream().noneMatch(FolderFault::isMendable)) {
          return found;
        }
        mend(faults, aside, lease);
      }
      throw new Unfinished(
          "Cannot mend %s: faults came back after %d rounds of repair; what was moved lies in %s; run the same command again"
              .formatted(output.root(), MOST_ROUNDS, aside));
    }
  }

  private void mend(List<FolderFault> faults, String aside, OutputLease lease) {
    for (FolderFault fault : faults) {
      if (fault.isMendable() && fault.kind() != FolderFault.Kind.STORED_TWICE) {
        setAside(new Path(output.root(), fault.place()), aside);
      }
    }
    for (GenerationFolder generation : output.generations()) {
      new StoredKeysByFile(output, Set.of())
          .needless(generation)
          .forEach((file, keys) -> keepRest(generation, file, keys, aside, lease));
    }
  }

  /** A part of a merge takes the others' rows with it, unless these are told to count alone. */
  private void setAside(Path file, String aside) {
    FileName name = FileName.parse(file.getName());
    output.setAside(file, aside);
    if (name.kind() == FileName.Kind.MERGED && isLost(file.getParent())) {
      for (GenerationFolder generation : output.generations()) {
        if (output.place(generation.rollouts()).equals(output.place(file.getParent()))) {
          output.countAlone(generation.rollouts(), name.epoch());
          generation.dependents().forEach(folder -> output.countAlone(folder, name.epoch()));
        }
      }
    }
  }

  private boolean isLost(Path folder) {
    try {
      output.current(folder);
      return false;
    } catch (Unfinished e) {
      return true;
    }
  }

  private void keepRest(
      GenerationFolder generation,
      StoredFile file,
      StoredKeysByFile.Needless needless,
      String aside,
      OutputLease lease) {
    Runnable fence = () -> lease.fence().check(output);
    boolean isPart = FileName.parse(file.name()).kind() == FileName.Kind.MERGED;
    TableFile rollouts = output.file(file);
    List<RolloutRow> kept =
        rest(
            rollouts.rows(Table.ROLLOUTS.rows()),
            needless,
            row -> key(row.promptId(), row.rolloutIndex()));
    output.setAside(rollouts.path(), aside);
    // A merge counts when all its parts are there: one without a row is still a part.
    boolean isLeft = isPart || !kept.isEmpty();
    if (isLeft) {
      rollouts.publish(Table.ROLLOUTS, kept, fence);
    }
    // Behind the rollouts: verdicts that are older than these are judged anew.
    for (Path scorer : generation.scorers()) {
      keepRest(
          Table.SCORES,
          new Path(scorer, file.name()),
          rows -> rest(rows, needless, row -> key(row.promptId(), row.rolloutIndex())),
          aside,
          isLeft ? Optional.of(fence) : Optional.empty());
    }
    keepRest(
        Table.ROLLOUT_TOKENS,
        new Path(generation.tokens(), file.name()),
        rows -> rest(rows, needless, row -> key(row.promptId(), row.rolloutIndex())),
        aside,
        isLeft ? Optional.of(fence) : Optional.empty());
    keepRest(
        Table.SEARCHES,
        new Path(generation.searches(), file.name()),
        rows -> rest(rows, needless, row -> key(row.promptId(), row.rolloutIndex())),
        aside,
        isLeft ? Optional.of(fence) : Optional.empty());
    keepRest(
        Table.SEARCH_NODES,
        new Path(generation.searchNodes(), file.name()),
        rows -> restOfTrees(rows, needless),
        aside,
        isLeft ? Optional.of(fence) : Optional.empty());
  }

  /**
   * Of a file that follows one of rollouts, where it is there.
   *
   * @param fence absent where nothing is left of the rollouts
   */
  private <R extends Record> void keepRest(
      Table<R> table,
      Path path,
      UnaryOperator<List<R>> rest,
      String aside,
      Optional<Runnable> fence) {
    TableFile file = new TableFile(path, spark.sparkContext().hadoopConfiguration());
    if (file.exists()) {
      List<R> kept = rest.apply(file.rows(table.rows()));
      output.setAside(path, aside);
      fence.ifPresent(check -> file.publish(table, kept, check));
    }
  }

  /** The first row of each key that no other file holds. */
  private static <R> List<R> rest(
      List<R> rows, StoredKeysByFile.Needless needless, Function<R, StoredKeysByFile.Key> key) {
    Set<StoredKeysByFile.Key> done = new HashSet<>(needless.elsewhere());
    return rows.stream().filter(row -> done.add(key.apply(row))).toList();
  }

  /** The first tree of each key that no other file holds. */
  private static List<SearchNodesRow> restOfTrees(
      List<SearchNodesRow> rows, StoredKeysByFile.Needless needless) {
    record Node(StoredKeysByFile.Key rollout, int number) {}
    Set<Node> done = new HashSet<>();
    return rows.stream()
        .filter(row -> !needless.elsewhere().contains(key(row.promptId(), row.rolloutIndex())))
        .filter(row -> done.add(new Node(key(row.promptId(), row.rolloutIndex()), row.node())))
        .toList();
  }

  private static StoredKeysByFile.Key key(String promptId, int rolloutIndex) {
    return new StoredKeysByFile.Key(promptId, rolloutIndex);
  }
}
