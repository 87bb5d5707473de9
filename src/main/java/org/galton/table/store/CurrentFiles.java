package org.galton.table.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.galton.table.store.FileName.Kind;

/**
 * Which files of a folder count. The only place that decides: every reader asks here.
 *
 * <p>A merge writes the rows of many files anew into a few, and leaves the many for readers that
 * began before. So a row may lie in two files, and names tell which of them counts: the highest
 * merge all of whose parts are there, what was drawn since, and all failures. The answer follows
 * from names of a single listing, and any listing gives the same rows: one that misses the last
 * part of a merge finds all that the merge replaces. A file of scores, tokens or searches counts
 * when the file of rollouts of its name does.
 *
 * @param epoch the merge that counts; 0 for none
 * @param current files that count
 * @param replaced files whose rows a merge holds
 * @param unfinished parts of merges that were broken off
 * @param orphaned scores whose rollouts are gone, tokens and searches whose rollouts are gone or
 *     never came
 */
public record CurrentFiles(
    int epoch,
    List<FileStatus> current,
    List<FileStatus> replaced,
    List<FileStatus> unfinished,
    List<FileStatus> orphaned) {

  // By name: a table reads its schema by Spark, which takes a second.
  private static final String ROLLOUTS = "rollouts";
  private static final String SCORES = "scores";
  private static final List<String> BESIDE_ROLLOUTS =
      List.of("rollout_tokens", "searches", "search_nodes");

  /**
   * Lists a folder of any table; nothing counts where there is none.
   *
   * @throws Unfinished when part of a merge is lost
   */
  public static CurrentFiles in(Path folder, FileSystem files) throws IOException {
    boolean beside = BESIDE_ROLLOUTS.stream().anyMatch(table -> isGenerationOf(table, folder));
    boolean scores =
        folder.getName().startsWith("scorer=") && isGenerationOf(SCORES, folder.getParent());
    if (beside || scores) {
      Path rollouts = rolloutsOf(beside ? folder : folder.getParent());
      // Scores may be brought alone; others without rollouts are those of a run that died.
      if (beside || files.exists(rollouts)) {
        // In this order: whatever is published between the two listings is left out by both.
        CurrentFiles counting = byName(rollouts, visible(rollouts, files));
        return dependents(counting, visible(folder, files));
      }
    }
    return byName(folder, visible(folder, files));
  }

  /** Whether a folder is {@code …/TABLE/model=…/task=…/generation=…}. */
  private static boolean isGenerationOf(String table, Path folder) {
    return folder != null
        && folder.depth() >= 4
        && folder.getParent().getParent().getParent().getName().equals(table);
  }

  /** The folder of rollouts of a generation of another table. */
  private static Path rolloutsOf(Path generation) {
    Path task = generation.getParent();
    Path model = task.getParent();
    Path root = model.getParent().getParent();
    return new Path(
        new Path(new Path(new Path(root, ROLLOUTS), model.getName()), task.getName()),
        generation.getName());
  }

  private static List<FileStatus> visible(Path folder, FileSystem files) throws IOException {
    try {
      return Arrays.stream(files.listStatus(folder))
          .filter(entry -> entry.isFile() && isVisible(name(entry)))
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  /** Spark, too, passes over other names: temporary files and markers. */
  public static boolean isVisible(String name) {
    return !name.startsWith("_") && !name.startsWith(RenamingStore.HIDDEN);
  }

  private static CurrentFiles byName(Path folder, List<FileStatus> listed) {
    int epoch = epoch(folder, listed);
    List<FileStatus> current = new ArrayList<>();
    List<FileStatus> replaced = new ArrayList<>();
    List<FileStatus> unfinished = new ArrayList<>();
    for (FileStatus file : listed) {
      FileName name = FileName.parse(name(file));
      switch (name.kind()) {
        case FAILED -> current.add(file);
        case DRAWN -> (name.epoch() < epoch ? replaced : current).add(file);
        case MERGED ->
            (name.epoch() < epoch ? replaced : name.epoch() == epoch ? current : unfinished)
                .add(file);
      }
    }
    return new CurrentFiles(epoch, current, replaced, unfinished, List.of());
  }

  private static CurrentFiles dependents(CurrentFiles rollouts, List<FileStatus> listed) {
    int epoch = rollouts.epoch();
    Set<String> counting =
        rollouts.current().stream().map(CurrentFiles::name).collect(Collectors.toSet());
    List<FileStatus> current = new ArrayList<>();
    List<FileStatus> replaced = new ArrayList<>();
    List<FileStatus> unfinished = new ArrayList<>();
    List<FileStatus> orphaned = new ArrayList<>();
    for (FileStatus file : listed) {
      FileName name = FileName.parse(name(file));
      if (counting.contains(name(file))) {
        current.add(file);
      } else if (name.epoch() < epoch) {
        replaced.add(file);
      } else {
        (name.kind() == Kind.MERGED ? unfinished : orphaned).add(file);
      }
    }
    return new CurrentFiles(epoch, current, replaced, unfinished, orphaned);
  }

  /** The highest merge that is whole. */
  private static int epoch(Path folder, List<FileStatus> listed) {
    TreeMap<Integer, Set<Integer>> parts = new TreeMap<>();
    Map<Integer, Integer> wanted = new TreeMap<>();
    int firstDrawn = Integer.MAX_VALUE;
    for (FileStatus file : listed) {
      FileName name = FileName.parse(name(file));
      if (name.kind() == Kind.MERGED) {
        parts.computeIfAbsent(name.epoch(), number -> new HashSet<>()).add(name.part());
        wanted.put(name.epoch(), name.parts());
      } else if (name.kind() == Kind.DRAWN) {
        firstDrawn = Math.min(firstDrawn, name.epoch());
      }
    }
    int whole =
        parts.keySet().stream()
            .filter(epoch -> parts.get(epoch).size() == wanted.get(epoch))
            .mapToInt(Integer::intValue)
            .max()
            .orElse(0);
    // A merge that was broken off has not replaced anything yet.
    if (whole == 0 && !parts.isEmpty() && firstDrawn >= parts.firstKey()) {
      int lost = parts.firstKey();
      throw lost(folder, lost, parts.get(lost).size(), wanted.get(lost));
    }
    return whole;
  }

  private static Unfinished lost(Path folder, int epoch, int found, int wanted) {
    return new Unfinished(
        ("Cannot read %s: %d of the %d files of merge %d are there, and what it replaced is gone;"
                + " bring the others back from a copy, or delete these to draw everything again")
            .formatted(folder, found, wanted, epoch));
  }

  /** The Parquet files that count, by name. */
  public List<StoredFile> stored() {
    return parquet(current);
  }

  /** Scores, tokens and searches without rollouts, by name. */
  public List<StoredFile> orphans() {
    return parquet(orphaned);
  }

  private static List<StoredFile> parquet(List<FileStatus> files) {
    return files.stream()
        .filter(file -> name(file).endsWith(OutputFolder.PARQUET))
        .map(StoredFile::of)
        .sorted(Comparator.comparing(StoredFile::name))
        .toList();
  }

  /** The highest merge that any name tells of, whole or not. */
  public int lastEpoch() {
    return all().stream().mapToInt(file -> FileName.parse(name(file)).epoch()).max().orElse(epoch);
  }

  private List<FileStatus> all() {
    List<FileStatus> all = new ArrayList<>(current);
    all.addAll(replaced);
    all.addAll(unfinished);
    all.addAll(orphaned);
    return all;
  }

  private static String name(FileStatus file) {
    return file.getPath().getName();
  }
}
