package org.galton.selection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which patch of an issue is chosen. Test patches under which nothing fails on the original code
 * are dropped: they say nothing about the bug. Of the others, with F and P the cases of a test
 * patch that fail and pass on the original code, FP those that a patch makes pass and PP those that
 * still pass:
 *
 * <pre>  S = sum FP / sum F + sum PP / sum P</pre>
 *
 * <p>over all test patches that are left, so 0 to 2; a sum of no cases adds 0. The largest S wins.
 * S is compared as a fraction of whole numbers, so equal ones are equal. Of equals the patch with
 * most identical copies wins, and of those the first. Where all test patches are dropped the choice
 * is the majority's.
 *
 * <p>Yang et al., Kimi-Dev: Agentless Training as Skill Prior for SWE-Agents, 2025,
 * arXiv:2509.23045.
 *
 * @param scores S of each patch; all 0 where every test patch is dropped
 * @param dropped test patches
 * @param ties patches of other content that have the largest S, too
 * @param chosen place of the patch of largest S
 * @param majority place of the patch with most identical copies, of equals the first
 * @param filtered place of the majority's choice among patches that pass every case of every test
 *     patch that is left; of all patches where there is none
 */
public record Selection(
    List<Double> scores, int dropped, int ties, int chosen, int majority, int filtered) {

  public static Selection of(Issue issue) {
    int patches = issue.patches().size();
    long failing = 0;
    long passing = 0;
    long[] fixed = new long[patches];
    long[] kept = new long[patches];
    int dropped = 0;
    for (int t = 0; t < issue.tests(); t++) {
      if (issue.failing()[t] == 0) {
        dropped++;
        continue;
      }
      failing += issue.failing()[t];
      passing += issue.passing()[t];
      for (int p = 0; p < patches; p++) {
        fixed[p] += issue.fixed()[p][t];
        kept[p] += issue.kept()[p][t];
      }
    }
    // S times the product of its divisors: the same order, in whole numbers.
    long f = Math.max(1, failing);
    long k = Math.max(1, passing);
    long[] weights =
        IntStream.range(0, patches).mapToLong(p -> fixed[p] * k + kept[p] * f).toArray();
    long most = IntStream.range(0, patches).mapToLong(p -> weights[p]).max().orElseThrow();
    long allFailing = failing;
    long allPassing = passing;
    IntPredicate passes = p -> fixed[p] == allFailing && kept[p] == allPassing;
    boolean isAnyLeft = dropped < issue.tests();
    boolean isAnyPassing = isAnyLeft && IntStream.range(0, patches).anyMatch(passes);
    int chosen = majority(issue, p -> weights[p] == most);
    return new Selection(
        IntStream.range(0, patches)
            .mapToObj(p -> (double) fixed[p] / f + (double) kept[p] / k)
            .toList(),
        dropped,
        isAnyLeft ? ties(issue, weights, chosen) : 0,
        chosen,
        majority(issue, p -> true),
        majority(issue, isAnyPassing ? passes : p -> true));
  }

  private static int ties(Issue issue, long[] weights, int chosen) {
    String content = issue.patches().get(chosen).content();
    return (int)
        IntStream.range(0, weights.length)
            .filter(p -> weights[p] == weights[chosen])
            .mapToObj(p -> issue.patches().get(p).content())
            .filter(other -> !other.equals(content))
            .distinct()
            .count();
  }

  private static int majority(Issue issue, IntPredicate among) {
    Map<String, Integer> copies = new HashMap<>();
    issue.patches().forEach(patch -> copies.merge(patch.content(), 1, Integer::sum));
    int best = -1;
    for (int p = 0; p < issue.patches().size(); p++) {
      if (among.test(p) && (best < 0 || copies(issue, copies, p) > copies(issue, copies, best))) {
        best = p;
      }
    }
    return best;
  }

  private static int copies(Issue issue, Map<String, Integer> copies, int patch) {
    return copies.get(issue.patches().get(patch).content());
  }
}
