package org.galton.job.upkeep;

import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.galton.job.run.SparkAction;
import org.galton.reinforce.row.TrainingTables;
import org.galton.study.Studies;
import org.galton.study.Study;
import org.galton.table.RunRow;
import org.galton.table.Table;
import org.galton.table.store.CurrentFiles;
import org.galton.table.store.GenerationFolder;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.OutputLease;
import org.galton.table.store.StoredFile;
import org.galton.table.store.TableFile;
import org.galton.table.store.Unfinished;

/**
 * Looks for what is wrong in an output folder: reads every file of every table whole, with the
 * checksums of its pages, and compares names and keys. Writes nothing.
 */
public final class FolderCheck {
  private static final String PARQUET = ".parquet";

  /** Tables of many files each; of the others a run writes one. */
  private static final Set<Table<?>> SHARDED =
      Stream.concat(
              Stream.of(
                  Table.PROMPTS,
                  Table.ROLLOUTS,
                  Table.ROLLOUT_TOKENS,
                  Table.SEARCHES,
                  Table.SEARCH_NODES,
                  Table.SCORES,
                  Table.LABELS),
              TrainingTables.all().stream())
          .collect(Collectors.toUnmodifiableSet());

  /** {@code table: FOLDER#RUN_ID}, where a study read a run's table. */
  private static final Pattern INPUT_OF_A_STUDY =
      Pattern.compile("(?m)^(\\w+): .*#(run-[0-9a-f-]+)");

  private final JavaSparkContext spark;
  private final OutputFolder output;

  public FolderCheck(SparkSession spark, OutputFolder output) {
    this.spark = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.output = output;
  }

  /** In the order of their places. */
  public List<FolderFault> faults() {
    Set<String> unreadable = new HashSet<>();
    List<FolderFault> faults = new ArrayList<>();
    for (FolderFault fault : files()) {
      unreadable.add(fault.place());
      faults.add(fault);
    }
    if (!OutputLease.isReadable(output)) {
      faults.add(
          new FolderFault(
              FolderFault.Kind.GARBLED_LEASE,
              "_lease",
              "names no run",
              "no run needs it: the next one follows after a minute, or delete it"));
    }
    for (GenerationFolder generation : output.generations()) {
      merges(generation).forEach(faults::add);
    }
    faults.addAll(new StoredKeysByFile(output, unreadable).twice());
    faults.addAll(new MismatchedDependents(spark, output, unreadable).faults());
    runs(unreadable).forEach(faults::add);
    return faults.stream().sorted(Comparator.comparing(FolderFault::place)).toList();
  }

  /** Every file of every table, read by as many tasks as there are cores. */
  private List<FolderFault> files() {
    Map<String, String> tables = new TreeMap<>();
    List<FolderFault> faults = new ArrayList<>();
    for (Table<?> table : Studies.tables()) {
      Path folder = new Path(output.root(), table.name());
      for (FileStatus file : output.files(folder)) {
        String place = output.place(file.getPath());
        if (!place.endsWith(PARQUET)) {
          faults.add(
              FolderFault.toSetAside(
                  FolderFault.Kind.FOREIGN, place, "is no Parquet file of this table"));
        } else if (file.getLen() == 0) {
          faults.add(FolderFault.toSetAside(FolderFault.Kind.EMPTY, place, "is empty"));
        } else if (!SHARDED.contains(table)
            && !file.getPath().getName().equals(table.name() + PARQUET)) {
          faults.add(
              FolderFault.toSetAside(
                  FolderFault.Kind.FOREIGN,
                  place,
                  "is not the one file of its run: whoever reads the folder counts its rows, too"));
        } else {
          tables.put(file.getPath().toString(), table.name());
        }
      }
      for (Path hidden : output.leftovers(folder)) {
        faults.add(
            FolderFault.toSetAside(
                FolderFault.Kind.UNFINISHED_FILE,
                output.place(hidden),
                "was left half-written by a run that died; no reader sees it"));
      }
    }
    if (!tables.isEmpty()) {
      faults.addAll(damaged(tables));
    }
    return faults;
  }

  private List<FolderFault> damaged(Map<String, String> tables) {
    Broadcast<SerializableConfiguration> configuration =
        SerializableConfiguration.broadcast(spark.sc());
    String root = output.root().toString();
    List<StoredTable> files =
        tables.entrySet().stream().map(e -> new StoredTable(e.getKey(), e.getValue())).toList();
    return SparkAction.run(
        "read the tables",
        () ->
            spark
                .parallelize(files, Math.min(files.size(), 4 * spark.defaultParallelism()))
                .map(file -> damage(file, root, configuration))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect());
  }

  private record StoredTable(String path, String table) implements Serializable {}

  private static Optional<FolderFault> damage(
      StoredTable file, String root, Broadcast<SerializableConfiguration> configuration) {
    OutputFolder output = new OutputFolder(root, configuration.value().value());
    Table<?> table =
        Studies.tables().stream()
            .filter(one -> one.name().equals(file.table()))
            .findFirst()
            .orElseThrow();
    Path path = new Path(file.path());
    try {
      new TableFile(path, configuration.value().value()).forEach(table.rows(), row -> {});
      return Optional.empty();
    } catch (UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
      Throwable reason = e.getCause() == null ? e : e.getCause();
      String words = String.valueOf(reason.getMessage()).lines().findFirst().orElse("");
      return Optional.of(
          FolderFault.toSetAside(
              FolderFault.Kind.DAMAGED, output.place(path), "cannot be read: " + words));
    }
  }

  private List<FolderFault> merges(GenerationFolder generation) {
    List<FolderFault> faults = new ArrayList<>();
    try {
      CurrentFiles rollouts = output.current(generation.rollouts());
      rollouts.unfinished().forEach(file -> faults.add(halfMerge(file)));
      for (Path folder : generation.dependents()) {
        CurrentFiles files = output.current(folder);
        files.unfinished().forEach(file -> faults.add(halfMerge(file)));
        Merged table = Merged.dependent(generation, folder);
        files.orphaned().forEach(file -> faults.add(orphan(table, file)));
      }
    } catch (Unfinished e) {
      faults.add(
          new FolderFault(
              FolderFault.Kind.LOST_MERGE,
              output.place(generation.rollouts()),
              e.getMessage(),
              "as it says"));
    }
    return faults;
  }

  private FolderFault orphan(Merged table, FileStatus file) {
    String place = output.place(file.getPath());
    return switch (table) {
      case SCORES, ROLLOUTS ->
          FolderFault.toSetAside(
              FolderFault.Kind.ORPHANED_SCORES, place, "judges rollouts that are gone");
      case ROLLOUT_TOKENS ->
          FolderFault.toSetAside(
              FolderFault.Kind.ORPHANED_TOKENS,
              place,
              "holds tokens of rollouts that are not there; no reader counts it");
      case SEARCHES ->
          FolderFault.toSetAside(
              FolderFault.Kind.ORPHANED_SEARCHES,
              place,
              "holds searches of rollouts that are not there; no reader counts it");
      case SEARCH_NODES ->
          FolderFault.toSetAside(
              FolderFault.Kind.ORPHANED_SEARCHES,
              place,
              "holds trees of rollouts that are not there; no reader counts it");
    };
  }

  private FolderFault halfMerge(FileStatus file) {
    return FolderFault.toSetAside(
        FolderFault.Kind.HALF_MERGE,
        output.place(file.getPath()),
        "is part of a merge that was broken off; no reader counts it");
  }

  /** Runs that did not end, and complete ones whose study was not done. */
  private List<FolderFault> runs(Set<String> unreadable) {
    List<FolderFault> faults = new ArrayList<>();
    Map<String, RunRow> ended = new HashMap<>();
    for (String run : output.runs(Table.RUNS)) {
      TableFile file = output.ofRun(Table.RUNS, run);
      String place = output.place(file.path());
      if (file.exists() && !unreadable.contains(place)) {
        List<RunRow> rows = file.rows(Table.RUNS.rows());
        rows.forEach(row -> ended.put(row.runId(), row));
        if (rows.size() != 1 || !rows.get(0).runId().equals(run)) {
          faults.add(
              FolderFault.toSetAside(
                  FolderFault.Kind.FOREIGN,
                  place,
                  "holds %d rows, where the row of its run belongs".formatted(rows.size())));
        }
      }
    }
    Set<StudiedRun> analysed =
        ended.values().stream().flatMap(run -> studied(run).stream()).collect(Collectors.toSet());
    for (String run : output.runs(Table.METRICS)) {
      if (!ended.containsKey(run)) {
        faults.add(
            new FolderFault(
                FolderFault.Kind.UNFINISHED_RUN,
                output.place(output.ofRun(Table.METRICS, run).path()),
                "belongs to a run without a row in 'runs': it did not end",
                "run the same sweep again; './galton expire' removes what such runs left"));
      }
    }
    for (Study study : Studies.all()) {
      study.drawn().ifPresent(drawn -> notStudied(study, drawn, ended, analysed, faults));
    }
    return faults;
  }

  private void notStudied(
      Study study,
      Study.Drawn drawn,
      Map<String, RunRow> ended,
      Set<StudiedRun> analysed,
      List<FolderFault> faults) {
    Set<String> done = Set.copyOf(output.runs(drawn.result()));
    output.runs(drawn.table()).stream()
        .filter(run -> ended.containsKey(run) && ended.get(run).exitCode() == 0)
        .filter(run -> !done.contains(run))
        .filter(run -> !analysed.contains(new StudiedRun(drawn.table().name(), run)))
        .forEach(run -> faults.add(missing(study, drawn, run)));
  }

  /** The table of a run that a study read. */
  private record StudiedRun(String table, String runId) {}

  /** The run whose moves or trajectories a study read, where it was told one. */
  private static Optional<StudiedRun> studied(RunRow study) {
    Matcher input = INPUT_OF_A_STUDY.matcher(study.spec());
    return input.find()
        ? Optional.of(new StudiedRun(input.group(1), input.group(2)))
        : Optional.empty();
  }

  private FolderFault missing(Study study, Study.Drawn drawn, String run) {
    return new FolderFault(
        FolderFault.Kind.MISSING_STUDY,
        output.place(output.ofRun(drawn.table(), run).path()),
        "was not analysed: the run ended with 0 and has no table '%s'"
            .formatted(drawn.result().name()),
        "./galton %s --%s %s#%s --output %s"
            .formatted(study.name(), drawn.table().name(), output.root(), run, output.root()));
  }

  /** Of each generation the files that count, in the order in which copies are kept. */
  static List<StoredFile> kept(OutputFolder output, GenerationFolder generation) {
    Map<String, Long> dependents =
        generation.dependents().stream()
            .flatMap(folder -> output.current(folder).stored().stream())
            .collect(Collectors.groupingBy(StoredFile::name, Collectors.counting()));
    return output.current(generation.rollouts()).stored().stream()
        .filter(file -> !file.isFailed())
        .sorted(
            Comparator.comparingLong((StoredFile file) -> -dependents.getOrDefault(file.name(), 0L))
                .thenComparing(StoredFile::name))
        .toList();
  }
}
