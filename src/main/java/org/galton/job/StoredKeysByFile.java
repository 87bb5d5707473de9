package org.galton.job;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.galton.table.GenerationFolder;
import org.galton.table.OutputFolder;
import org.galton.table.StoredFile;
import org.galton.table.Table;
import org.galton.table.Unfinished;

/**
 * Which files hold rollouts that another file holds, too. Of copies that is kept which most scorers
 * have judged. Holds the keys of one generation in memory.
 *
 * @param unreadable places of files that are passed over
 */
record StoredKeysByFile(OutputFolder output, Set<String> unreadable) {

  /** A rollout's key within its generation. */
  record Key(String promptId, int rolloutIndex) {}

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
                          "holds %d rollouts that another file holds, too, such as %d of prompt %s"
                              .formatted(
                                  keys.size(),
                                  keys.iterator().next().rolloutIndex(),
                                  keys.iterator().next().promptId()))));
    }
    return faults;
  }

  /** By file, the keys that a better copy has; none where a merge is lost. */
  Map<StoredFile, Set<Key>> needless(GenerationFolder generation) {
    Set<Key> seen = new HashSet<>();
    Map<StoredFile, Set<Key>> needless = new LinkedHashMap<>();
    try {
      for (StoredFile file : FolderCheck.kept(output, generation)) {
        if (!unreadable.contains(output.place(new Path(file.path())))) {
          output
              .file(file)
              .forEach(
                  Table.ROLLOUTS.part(Key.class),
                  key -> {
                    if (!seen.add(key)) {
                      needless.computeIfAbsent(file, one -> new HashSet<>()).add(key);
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
