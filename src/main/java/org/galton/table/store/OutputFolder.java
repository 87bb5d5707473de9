package org.galton.table.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.galton.table.Table;

/**
 * Where everything lies in a sweep's output.
 *
 * <pre>
 * prompts/task=…/
 * rollouts/model=…/task=…/generation=…/         and so for rollout_tokens, searches,
 *                                               search_nodes
 * scores/model=…/task=…/generation=…/scorer=…/
 * prompt_statistics/run_id=…/   and so for metrics, books and runs
 * training_steps/training=…/     and so for training_groups and training_evaluations
 * comparisons/comparison_id=…/
 * labels/                       of people; no run writes, merges or deletes them
 * </pre>
 */
public final class OutputFolder {
  static final String PARQUET = ".parquet";

  /** What names of folders begin with that are being deleted. */
  private static final String DROPPED = RenamingStore.HIDDEN + "dropped-";

  private final Path root;
  private final Configuration configuration;
  private final Store store;
  private final FileSystem files;

  public OutputFolder(String root, Configuration configuration) {
    Path given = new Path(root);
    this.configuration = configuration;
    this.store = Store.of(given, configuration);
    this.files = store.files();
    this.root = wherever(given);
  }

  public boolean isMissing() {
    return Storage.attempt("look for", root, () -> !files.exists(root));
  }

  public Path root() {
    return root;
  }

  /** The same place for an executor, whose working directory is another. */
  private Path wherever(Path given) {
    Path qualified = files.makeQualified(given);
    return given.toUri().getScheme() == null ? new Path(qualified.toUri().getPath()) : qualified;
  }

  Store store() {
    return store;
  }

  public Path prompts(String task) {
    return new Path(new Path(root, Table.PROMPTS.name()), Partition.folder("task", task));
  }

  public Path rollouts(Partition partition) {
    return new Path(new Path(root, Table.ROLLOUTS.name()), partition.place());
  }

  public Path tokens(Partition partition) {
    return new Path(new Path(root, Table.ROLLOUT_TOKENS.name()), partition.place());
  }

  public Path searches(Partition partition) {
    return new Path(new Path(root, Table.SEARCHES.name()), partition.place());
  }

  public Path searchNodes(Partition partition) {
    return new Path(new Path(root, Table.SEARCH_NODES.name()), partition.place());
  }

  public Path scores(Partition partition, String scorer) {
    Path folder = new Path(new Path(root, Table.SCORES.name()), partition.place());
    return new Path(folder, Partition.folder("scorer", scorer));
  }

  /** The folders of all scorers of a partition. */
  public List<Path> scorers(Partition partition) {
    return folders(new Path(new Path(root, Table.SCORES.name()), partition.place()));
  }

  /** The file of scores that belongs to a file of rollouts. */
  public TableFile scoresOf(StoredFile rollouts, Partition partition, String scorer) {
    return new TableFile(new Path(scores(partition, scorer), rollouts.name()), configuration);
  }

  /** The file of searches that belongs to a file of rollouts; may not be there. */
  public TableFile searchesOf(StoredFile rollouts, Partition partition) {
    return new TableFile(new Path(searches(partition), rollouts.name()), configuration);
  }

  /** The file of a run in a table that every run writes anew. */
  public TableFile ofRun(Table<?> table, String runId) {
    Path folder = new Path(new Path(root, table.name()), Partition.folder("run_id", runId));
    return file(folder, table.name());
  }

  /** The file of a step in a table of a training. */
  public TableFile ofTraining(Table<?> table, String training, int step) {
    Path folder = new Path(new Path(root, table.name()), Partition.folder("training", training));
    return file(folder, String.format(Locale.ROOT, "step-%06d", step));
  }

  /** A training's files of a table, one for each step that wrote to it. */
  public List<StoredFile> ofTraining(Table<?> table, String training) {
    return list(new Path(new Path(root, table.name()), Partition.folder("training", training)));
  }

  /** Names of the trainings that wrote to a table. */
  public List<String> trainings(Table<?> table) {
    return partitions(table, "training");
  }

  /** The file of a comparison. */
  public TableFile ofComparison(String comparisonId) {
    String table = Table.COMPARISONS.name();
    return file(
        new Path(new Path(root, table), Partition.folder("comparison_id", comparisonId)), table);
  }

  /** Ids of the runs that wrote to a table that every run writes anew. */
  public List<String> runs(Table<?> table) {
    return partitions(table, "run_id");
  }

  /** Ids of the comparisons that were written here. */
  public List<String> comparisons() {
    return partitions(Table.COMPARISONS, "comparison_id");
  }

  private List<String> partitions(Table<?> table, String column) {
    String prefix = Partition.folder(column, "");
    return Arrays.stream(entries(new Path(root, table.name())))
        .map(OutputFolder::name)
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .toList();
  }

  /** A file by its name without the extension. */
  public TableFile file(Path folder, String name) {
    return new TableFile(new Path(folder, name + PARQUET), configuration);
  }

  public TableFile file(StoredFile stored) {
    return new TableFile(new Path(stored.path()), configuration);
  }

  public void delete(StoredFile stored) {
    delete(new Path(stored.path()));
  }

  public void delete(Path path) {
    Storage.attempt("delete", path, () -> files.delete(path, false));
  }

  /** Every visible file of a folder and below, whether it counts or not. */
  public List<FileStatus> files(Path folder) {
    List<FileStatus> found = new ArrayList<>();
    for (FileStatus entry : entries(folder)) {
      if (CurrentFiles.isVisible(name(entry))) {
        found.addAll(entry.isDirectory() ? files(entry.getPath()) : List.of(entry));
      }
    }
    return found;
  }

  /** A path below this folder, as in {@code rollouts/model=…}. */
  public String place(Path path) {
    return root.toUri().getPath().equals(path.toUri().getPath())
        ? "."
        : path.toUri().getPath().substring(root.toUri().getPath().length() + 1);
  }

  /**
   * Deletes a folder with all that is in it. It is first given a hidden name, one step on a file
   * system that renames folders, so that readers find all of it or nothing.
   */
  public void drop(Path folder) {
    Path hidden =
        new Path(folder.getParent(), DROPPED + folder.getName() + "." + UUID.randomUUID());
    Storage.attempt(
        "delete",
        folder,
        () -> {
          if (files.exists(folder) && !files.rename(folder, hidden)) {
            throw new IOException("the file system refused to rename it");
          }
          return files.delete(hidden, true);
        });
  }

  /** The Parquet files of a folder that count, by name; none where there is no such folder. */
  public List<StoredFile> list(Path folder) {
    return current(folder).stored();
  }

  /** Which files of a folder count, and which do not any more. */
  public CurrentFiles current(Path folder) {
    return Storage.attempt("list", folder, () -> CurrentFiles.in(folder, files));
  }

  /** Every generation of every model and task that has a folder of rollouts. */
  public List<GenerationFolder> generations() {
    List<GenerationFolder> found = new ArrayList<>();
    Path rollouts = new Path(root, Table.ROLLOUTS.name());
    for (Path model : folders(rollouts)) {
      for (Path task : folders(model)) {
        for (Path generation : folders(task)) {
          String place = String.join("/", model.getName(), task.getName(), generation.getName());
          Path tokens = new Path(new Path(root, Table.ROLLOUT_TOKENS.name()), place);
          Path scores = new Path(new Path(root, Table.SCORES.name()), place);
          Path searches = new Path(new Path(root, Table.SEARCHES.name()), place);
          Path nodes = new Path(new Path(root, Table.SEARCH_NODES.name()), place);
          found.add(
              new GenerationFolder(
                  place, generation, tokens, searches, nodes, scores, folders(scores)));
        }
      }
    }
    return found;
  }

  private List<Path> folders(Path folder) {
    return Arrays.stream(entries(folder))
        .filter(entry -> entry.isDirectory() && CurrentFiles.isVisible(name(entry)))
        .map(FileStatus::getPath)
        .sorted()
        .toList();
  }

  /**
   * The partition that holds a generation's rollouts. A model that was given another name since is
   * still the same model: its rollouts stay where they are.
   */
  public Partition stored(Partition wanted) {
    Path rollouts = new Path(root, Table.ROLLOUTS.name());
    for (FileStatus model : entries(rollouts)) {
      Path folder =
          new Path(
              new Path(model.getPath(), Partition.folder("task", wanted.task())),
              Partition.folder("generation", wanted.generation()));
      Optional<String> name =
          list(folder).stream()
              .flatMap(file -> file(file).rows(Table.ROLLOUTS.part(ModelPart.class)).stream())
              .map(ModelPart::model)
              .findFirst();
      if (name.isPresent()) {
        return new Partition(name.get(), wanted.task(), wanted.generation());
      }
    }
    return wanted;
  }

  private record ModelPart(String model) {}

  /** Deletes what dead runs left half-written. Only for the run that holds the lease. */
  public void sweepUp() {
    for (FileStatus table : entries(root)) {
      if (table.isDirectory() && !isOfPeople(table.getPath())) {
        sweepUp(table.getPath());
      }
    }
  }

  /** Whether a viewer may be writing here, which holds no lease and clears up after itself. */
  private static boolean isOfPeople(Path table) {
    return table.getName().equals(Table.LABELS.name());
  }

  /** Goes through partitions only: what else lies below is not ours. */
  private void sweepUp(Path folder) {
    for (FileStatus entry : entries(folder)) {
      if (entry.isDirectory() && name(entry).startsWith(DROPPED)) {
        Storage.attempt("delete", entry.getPath(), () -> files.delete(entry.getPath(), true));
      } else if (entry.isDirectory() && Partition.isFolder(name(entry))) {
        sweepUp(entry.getPath());
      } else if (name(entry).startsWith(RenamingStore.HIDDEN) && name(entry).contains(PARQUET)) {
        Storage.attempt("delete", entry.getPath(), () -> files.delete(entry.getPath(), false));
      }
    }
  }

  /** Hidden files that dead runs left half-written in a table's folder and below. */
  public List<Path> leftovers(Path folder) {
    List<Path> found = new ArrayList<>();
    if (isOfPeople(folder)) {
      return found;
    }
    for (FileStatus entry : entries(folder)) {
      if (entry.isDirectory()) {
        found.addAll(leftovers(entry.getPath()));
      } else if (name(entry).startsWith(RenamingStore.HIDDEN)
          && name(entry).contains(PARQUET)
          && !name(entry).endsWith(".crc")) {
        found.add(entry.getPath());
      }
    }
    return found;
  }

  /**
   * Moves a file where no reader looks.
   *
   * @param aside a folder below this one, under which it keeps its place
   */
  public void setAside(Path file, String aside) {
    Path target = new Path(new Path(root, aside), place(file));
    Storage.attempt(
        "move",
        file,
        () -> {
          files.mkdirs(target.getParent());
          if (!files.rename(file, target)) {
            throw new IOException("the file system refused to move it to " + target);
          }
          return null;
        });
  }

  /** Renames the parts of a merge that lost some, here and with all scorers, as drawn files. */
  public void countAlone(Path folder, int epoch) {
    for (FileStatus entry : entries(folder)) {
      FileName name = FileName.parse(name(entry));
      if (name.kind() == FileName.Kind.MERGED && name.epoch() == epoch) {
        Path path = entry.getPath();
        Path alone =
            new Path(folder, FileName.drawn(epoch, "part%d".formatted(name.part())) + PARQUET);
        Storage.attempt("rename", path, () -> files.rename(path, alone));
      }
    }
  }

  private FileStatus[] entries(Path folder) {
    return Storage.attempt("list", folder, () -> entriesIfThere(folder));
  }

  private FileStatus[] entriesIfThere(Path folder) throws IOException {
    try {
      return files.listStatus(folder);
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }

  private static String name(FileStatus entry) {
    return entry.getPath().getName();
  }
}
