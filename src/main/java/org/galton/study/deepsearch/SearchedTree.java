package org.galton.study.deepsearch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.galton.search.backup.SearchSettings;
import org.galton.search.backup.StepTree;
import org.galton.search.backup.TrajectorySearch;

/**
 * A tree after its backups.
 *
 * @param names of the nodes that were seen, by their numbers
 * @param expansions of a search that was replayed
 * @param ended why it did
 * @param asked whose children it asks for, where the input does not have them
 */
record SearchedTree(
    StepTree tree,
    List<String> names,
    OptionalInt expansions,
    Optional<String> ended,
    Optional<String> asked) {

  /** As the input says what was backed up; where it says nothing, as the search would have gone. */
  static SearchedTree of(RecordedTree recorded, SearchSettings settings) {
    return recorded.backups().isEmpty()
        ? replayed(recorded, settings)
        : recorded(recorded, settings);
  }

  private static SearchedTree recorded(RecordedTree recorded, SearchSettings settings) {
    StepTree tree = new StepTree(settings.gamma());
    Map<String, Integer> numbers = new HashMap<>(Map.of("", StepTree.ROOT));
    List<String> names = new ArrayList<>(recorded.steps().keySet());
    for (String name : names) {
      for (String child : recorded.children().get(name)) {
        numbers.put(child, tree.add(numbers.get(name), recorded.steps().get(child)));
      }
    }
    recorded.backups().forEach(name -> tree.backUp(numbers.get(name)));
    return new SearchedTree(tree, names, OptionalInt.empty(), Optional.empty(), Optional.empty());
  }

  private static SearchedTree replayed(RecordedTree recorded, SearchSettings settings) {
    TrajectorySearch search = new TrajectorySearch(settings);
    List<String> names = new ArrayList<>(List.of(""));
    Optional<String> asked = Optional.empty();
    while (search.next().isPresent() && asked.isEmpty()) {
      String next = names.get(search.next().getAsInt());
      List<String> children = recorded.children().get(next);
      if (children.isEmpty()) {
        asked = Optional.of(next);
        continue;
      }
      search.expand(children.stream().map(recorded.steps()::get).toList());
      names.addAll(children);
    }
    return new SearchedTree(
        search.tree(),
        names,
        OptionalInt.of(search.expansions()),
        Optional.of(
            asked.isPresent() ? "unrecorded" : search.ended().name().toLowerCase(Locale.ROOT)),
        asked);
  }
}
