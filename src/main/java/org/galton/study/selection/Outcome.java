package org.galton.study.selection;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.galton.selection.Arm;
import org.galton.selection.Issue;
import org.galton.selection.Patch;
import org.galton.selection.Selection;

/**
 * What was chosen for an issue.
 *
 * @param scores of all patches; empty for a setting of many
 * @param resolved by arm; empty where nobody says which patches resolve the issue
 */
record Outcome(
    String issue,
    Setting setting,
    int patches,
    int tests,
    int dropped,
    int ties,
    String chosen,
    double score,
    String majority,
    List<Scored> scores,
    Map<Arm, Boolean> resolved)
    implements Serializable {

  /** A patch with its S. */
  record Scored(Patch patch, double score, int copies) implements Serializable {}

  static Outcome of(String name, Setting setting, Issue all) {
    Issue issue = setting.patches() == 0 ? all : all.first(setting.patches(), setting.tests());
    Selection selection = Selection.of(issue);
    Map<Arm, Boolean> resolved = new EnumMap<>(Arm.class);
    for (Arm arm : Arm.values()) {
      Optional<Boolean> found = arm.resolves(issue, selection);
      found.ifPresent(value -> resolved.put(arm, value));
    }
    return new Outcome(
        name,
        setting,
        issue.patches().size(),
        issue.tests(),
        selection.dropped(),
        selection.ties(),
        issue.patches().get(selection.chosen()).id(),
        selection.scores().get(selection.chosen()),
        issue.patches().get(selection.majority()).id(),
        setting.equals(Setting.ALL) ? scored(issue, selection) : List.of(),
        resolved);
  }

  private static List<Scored> scored(Issue issue, Selection selection) {
    Map<String, Integer> copies = new HashMap<>();
    issue.patches().forEach(patch -> copies.merge(patch.content(), 1, Integer::sum));
    return IntStream.range(0, issue.patches().size())
        .mapToObj(
            p ->
                new Scored(
                    issue.patches().get(p),
                    selection.scores().get(p),
                    copies.get(issue.patches().get(p).content())))
        .toList();
  }
}
