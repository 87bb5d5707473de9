package org.galton.job.upkeep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.galton.table.Table;
import org.galton.table.store.GenerationFolder;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.StoredFile;
import org.galton.table.store.Unfinished;

/**
 * Which files hold rollouts that another file holds, too. Of copies that is kept which most scorers
 * have judged; tokens count as a scorer. Holds the keys of one generation in memory.
 *
 * @param unreadable places of files that are passed over
 */
record StoredKeysByFile(OutputFolder output, Set<String> unreadable) {

  /** A rollout's key within its generation. */
  record Key(String promptId, int rolloutIndex) {}

  /**
   * Keys of one file.
   *
   * @param elsewhere a better copy is in another file
   * @param here a better copy is in this file, before the other
   */
  record Needless(Set<Key> elsewhere, Set<Key> here) {
    private String shown() {
      Set<Key> all = new HashSet<>(elsewhere);
      all.addAll(here);
      Key one = all.iterator().next();
      return "holds %d rollouts that %s, such as %d of prompt %s"
          .formatted(
              all.size(),
              here.isEmpty()
                  ? "another file holds, too"
                  : elsewhere.isEmpty() ? "it holds twice" : "it or another file holds, too",
              one.rolloutIndex(),
              one.promptId());
    }
  }

  List<FolderFault> twice() {
    List<FolderFault> faults = new ArrayList<>();
    for (GenerationFolder generation : output.generations()) {
      needless(generation)
          .forEach(
              (file, keys) ->
                  faults.add(
                      FolderFault.toSetAside(
                          FolderFault.Kind.STORED_TWICE,
                          output.place(new Path(file.path())),
                          keys.shown())));
    }
    return faults;
  }

  /** By file, the keys that a better copy has; none where a merge is lost. */
  Map<StoredFile, Needless> needless(GenerationFolder generation) {
    Map<Key, StoredFile> holders = new HashMap<>();
    Map<StoredFile, Needless> needless = new LinkedHashMap<>();
    try {
      for (StoredFile file : FolderCheck.kept(output, generation)) {
        if (!unreadable.contains(output.place(new Path(file.path())))) {
          output
              .file(file)
              .forEach(
                  Table.ROLLOUTS.part(Key.class),
                  key -> {
                    StoredFile holder = holders.putIfAbsent(key, file);
                    if (holder != null) {
                      Needless keys =
                          needless.computeIfAbsent(
                              file, one -> new Needless(new HashSet<>(), new HashSet<>()));
                      (holder.equals(file) ? keys.here() : keys.elsewhere()).add(key);
                    }
                  });
        }
      }
    } catch (Unfinished e) {
      return Map.of();
    }
    return needless;
  }
}
