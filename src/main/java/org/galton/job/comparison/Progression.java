package org.galton.job.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.galton.model.ModelCard;

/**
 * Which cells of one run its report compares: of checkpoints of one training each with the one
 * before it, of other models each with the first. Models are compared under the same sampling, and
 * samplings only where there is one model. Cells of an imported log that share no prompts are left
 * out.
 *
 * @param steps of the models whose training step is known
 */
record Progression(Map<String, Long> steps) {

  List<CellPair> pairs(List<ComparedCell> cells) {
    boolean oneModel = cells.stream().map(ComparedCell::model).distinct().count() == 1;
    Map<List<String>, List<ComparedCell>> groups =
        cells.stream()
            .collect(
                Collectors.groupingBy(
                    cell -> oneModel ? List.of(cell.task()) : List.of(cell.task(), cell.sampling()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<CellPair> pairs = new ArrayList<>();
    groups.values().forEach(group -> pairs.addAll(pairsOf(group)));
    return pairs;
  }

  private List<CellPair> pairsOf(List<ComparedCell> group) {
    boolean chain = areCheckpoints(group);
    List<ComparedCell> ordered = new ArrayList<>(group);
    if (chain) {
      ordered.sort(Comparator.comparing(cell -> steps.get(cell.model())));
    }
    List<CellPair> pairs = new ArrayList<>();
    for (int i = 1; i < ordered.size(); i++) {
      ComparedCell before = ordered.get(chain ? i - 1 : 0);
      if (CellPair.isPossible(before, ordered.get(i))) {
        pairs.add(new CellPair(before, ordered.get(i)));
      }
    }
    return pairs;
  }

  private boolean areCheckpoints(List<ComparedCell> group) {
    return group.stream().allMatch(cell -> steps.containsKey(cell.model()))
        && group.stream().map(cell -> steps.get(cell.model())).distinct().count() == group.size()
        && group.stream().map(cell -> ModelCard.family(cell.model())).distinct().count() == 1;
  }
}
