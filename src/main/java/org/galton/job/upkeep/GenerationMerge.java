package org.galton.job.upkeep;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.util.SerializableConfiguration;
import org.galton.job.input.InputReader;
import org.galton.job.run.SparkAction;
import org.galton.table.store.CurrentFiles;
import org.galton.table.store.Fence;
import org.galton.table.store.FileName;
import org.galton.table.store.GenerationFolder;
import org.galton.table.store.OutputFolder;

/**
 * Merges one generation. Rollouts that the same scorers have judged are merged with each other, so
 * that a merged file, too, is judged as a whole or not at all; likewise those that have tokens.
 * Scores and tokens are written first: they count once the rollouts of their name do.
 */
final class GenerationMerge {
  private static final String RANGE = "range";

  private final SparkSession spark;
  private final OutputFolder output;
  private final Fence fence;
  private final long bytesAFile;

  GenerationMerge(SparkSession spark, OutputFolder output, Fence fence, long bytesAFile) {
    this.spark = spark;
    this.output = output;
    this.fence = fence;
    this.bytesAFile = bytesAFile;
  }

  /**
   * Rollouts that were judged alike.
   *
   * @param dependents files of their names, by folder: of a scorer, or of tokens
   */
  private record Group(List<FileStatus> rollouts, Map<Path, List<FileStatus>> dependents) {
    int parts(long bytesAFile) {
      return (int) Math.max(1, bytes(rollouts) / bytesAFile);
    }

    Stream<FileStatus> files() {
      return Stream.concat(rollouts.stream(), dependents.values().stream().flatMap(List::stream));
    }
  }

  /** Nothing where it would not become fewer files. */
  Optional<CompactResult.MergedGeneration> run(
      GenerationFolder generation, Consumer<String> progress) {
    CurrentFiles rollouts = output.current(generation.rollouts());
    Map<Path, CurrentFiles> dependents = new LinkedHashMap<>();
    generation.dependents().forEach(folder -> dependents.put(folder, output.current(folder)));
    List<FileStatus> drawn = rollouts.current().stream().filter(f -> !isFailed(f)).toList();
    List<Group> groups = groups(drawn, dependents);
    int parts = groups.stream().mapToInt(group -> group.parts(bytesAFile)).sum();
    if (drawn.stream().allMatch(GenerationMerge::isMerged) || drawn.size() <= parts) {
      return Optional.empty();
    }
    progress.accept(generation.place());
    int epoch =
        1
            + Stream.concat(Stream.of(rollouts), dependents.values().stream())
                .mapToInt(CurrentFiles::lastEpoch)
                .max()
                .getAsInt();
    long rows = merge(generation, groups, epoch);
    return Optional.of(result(generation, groups, epoch, rows));
  }

  private static List<Group> groups(List<FileStatus> rollouts, Map<Path, CurrentFiles> dependents) {
    Map<Path, Map<String, FileStatus>> named = new LinkedHashMap<>();
    dependents.forEach((folder, files) -> named.put(folder, byName(files.current())));
    Map<String, List<FileStatus>> alike =
        rollouts.stream()
            .collect(
                Collectors.groupingBy(
                    file -> foldersOf(file, named).toString(), TreeMap::new, Collectors.toList()));
    return alike.values().stream()
        .map(
            files -> {
              Map<Path, List<FileStatus>> their = new LinkedHashMap<>();
              for (Path folder : foldersOf(files.get(0), named)) {
                their.put(
                    folder, files.stream().map(file -> named.get(folder).get(name(file))).toList());
              }
              return new Group(files, their);
            })
        .toList();
  }

  private static Set<Path> foldersOf(FileStatus file, Map<Path, Map<String, FileStatus>> named) {
    Set<Path> folders = new TreeSet<>();
    named.forEach(
        (folder, files) -> {
          if (files.containsKey(name(file))) {
            folders.add(folder);
          }
        });
    return folders;
  }

  /** Returns the number of rollouts. */
  private long merge(GenerationFolder generation, List<Group> groups, int epoch) {
    List<NavigableMap<String, Long>> counts = new ArrayList<>();
    List<KeyRanges> ranges = new ArrayList<>();
    for (Group group : groups) {
      counts.add(rowsByPrompt(Merged.ROLLOUTS, group.rollouts()));
      ranges.add(KeyRanges.of(counts.get(counts.size() - 1), group.parts(bytesAFile)));
    }
    int parts = ranges.stream().mapToInt(KeyRanges::count).sum();
    int first = 1;
    for (int i = 0; i < groups.size(); i++) {
      int firstPart = first;
      KeyRanges range = ranges.get(i);
      groups
          .get(i)
          .dependents()
          .forEach(
              (folder, files) -> {
                Merged table = Merged.dependent(generation, folder);
                long[] expected = range.sums(rowsByPrompt(table, files));
                write(table, files, range, target(folder, epoch, firstPart, parts, expected));
              });
      first += range.count();
    }
    first = 1;
    for (int i = 0; i < groups.size(); i++) {
      write(
          Merged.ROLLOUTS,
          groups.get(i).rollouts(),
          ranges.get(i),
          target(generation.rollouts(), epoch, first, parts, ranges.get(i).sums(counts.get(i))));
      first += ranges.get(i).count();
    }
    return counts.stream().flatMap(map -> map.values().stream()).mapToLong(Long::longValue).sum();
  }

  private MergeTask.Target target(
      Path folder, int epoch, int firstPart, int parts, long[] expected) {
    return new MergeTask.Target(
        output.root().toString(), folder.toString(), epoch, firstPart, parts, expected, fence);
  }

  private void write(
      Merged table, List<FileStatus> files, KeyRanges ranges, MergeTask.Target target) {
    Column range =
        udf((UDF1<String, Integer>) ranges::of, DataTypes.IntegerType).apply(col("prompt_id"));
    Column[] columns =
        Stream.concat(
                Stream.of(range.as(RANGE)),
                Stream.of(table.table().schema().fieldNames()).map(name -> col(name)))
            .toArray(Column[]::new);
    MergeTask task =
        new MergeTask(table, target, SerializableConfiguration.broadcast(spark.sparkContext()));
    SparkAction.run(
        "merge files",
        output.place(new Path(target.folder())),
        () ->
            read(table, files)
                .select(columns)
                .repartitionById(ranges.count(), col(RANGE))
                .sortWithinPartitions(RANGE, table.key().toArray(String[]::new))
                .toJavaRDD()
                .mapPartitions(task)
                .collect());
  }

  private NavigableMap<String, Long> rowsByPrompt(Merged table, List<FileStatus> files) {
    return SparkAction.run(
        "count rows",
        () -> {
          NavigableMap<String, Long> rows = new TreeMap<>();
          read(table, files)
              .groupBy("prompt_id")
              .count()
              .collectAsList()
              .forEach(row -> rows.put(row.getString(0), row.getLong(1)));
          return rows;
        });
  }

  private Dataset<Row> read(Merged table, List<FileStatus> files) {
    return InputReader.literal(spark)
        .schema(table.table().schema())
        .parquet(files.stream().map(file -> file.getPath().toString()).toArray(String[]::new));
  }

  private CompactResult.MergedGeneration result(
      GenerationFolder generation, List<Group> groups, int epoch, long rows) {
    List<FileStatus> before = groups.stream().flatMap(Group::files).toList();
    List<FileStatus> after =
        Stream.concat(Stream.of(generation.rollouts()), generation.dependents().stream())
            .flatMap(folder -> output.current(folder).current().stream())
            .filter(file -> isMerged(file))
            .toList();
    return new CompactResult.MergedGeneration(
        generation.place(), epoch, rows, before.size(), after.size(), bytes(before), bytes(after));
  }

  private static Map<String, FileStatus> byName(List<FileStatus> files) {
    return files.stream().collect(Collectors.toMap(GenerationMerge::name, file -> file));
  }

  private static long bytes(List<FileStatus> files) {
    return files.stream().mapToLong(FileStatus::getLen).sum();
  }

  private static boolean isFailed(FileStatus file) {
    return FileName.parse(name(file)).kind() == FileName.Kind.FAILED;
  }

  private static boolean isMerged(FileStatus file) {
    return FileName.parse(name(file)).kind() == FileName.Kind.MERGED;
  }

  private static String name(FileStatus file) {
    return file.getPath().getName();
  }
}
