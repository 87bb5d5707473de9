package org.galton.job.score;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An order in which to judge files so that no two machines ask a model the same: files with answers
 * to the same prompt are in different rounds, one after another, and a later one finds the verdicts
 * of the earlier ones stored. Each file is in the first round that it can be in, so there are as
 * many as files share a prompt, not more than files that a file shares prompts with and one.
 */
final class ScoreRounds {
  private record Prompt(ScoreTask.Verdicts by, String id) {}

  private ScoreRounds() {}

  /**
   * @param prompts of each file, in the same order; none of one that need not wait for others
   */
  static List<List<ScoreTask.Unscored>> of(
      List<ScoreTask.Unscored> files, List<Set<String>> prompts) {
    List<List<ScoreTask.Unscored>> rounds = new ArrayList<>();
    Map<Prompt, BitSet> taken = new HashMap<>();
    for (int i = 0; i < files.size(); i++) {
      ScoreTask.Unscored file = files.get(i);
      List<BitSet> ofPrompts =
          prompts.get(i).stream()
              .map(id -> taken.computeIfAbsent(new Prompt(file.by(), id), one -> new BitSet()))
              .toList();
      BitSet all = new BitSet();
      ofPrompts.forEach(all::or);
      int round = all.nextClearBit(0);
      ofPrompts.forEach(one -> one.set(round));
      while (rounds.size() <= round) {
        rounds.add(new ArrayList<>());
      }
      rounds.get(round).add(file);
    }
    return rounds;
  }
}
