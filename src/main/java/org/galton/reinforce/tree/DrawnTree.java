package org.galton.reinforce.tree;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.galton.model.Completion;
import org.galton.model.CompletionTokens;
import org.galton.model.Request;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.model.search.ReportedNode;
import org.galton.model.search.SearchReport;
import org.galton.reward.signal.JudgedRollout;
import org.galton.search.SearchedNode;
import org.galton.search.backup.StepEnding;

/**
 * The tree of a prompt, as a policy learns from it.
 *
 * @param trajectories that were backed up, in that order
 * @param ends of all its trajectories, backed up or not, as rewards look at them
 * @param drawnTokens of all its nodes
 */
public record DrawnTree(List<Trajectory> trajectories, List<JudgedRollout> ends, long drawnTokens) {

  /**
   * @param request of the search
   */
  public static DrawnTree of(Request request, SearchReport report) {
    List<ReportedNode> nodes = report.nodes();
    List<Trajectory> all =
        IntStream.range(0, nodes.size())
            .filter(node -> nodes.get(node).node().ending().isTerminal())
            .mapToObj(node -> trajectory(request, nodes, node))
            .toList();
    return new DrawnTree(
        all.stream()
            .filter(one -> nodes.get(one.node()).node().backup().isPresent())
            .sorted(
                Comparator.comparingInt(one -> nodes.get(one.node()).node().backup().orElseThrow()))
            .toList(),
        all.stream().map(Trajectory::judged).toList(),
        report.drawnTokens());
  }

  private static Trajectory trajectory(Request request, List<ReportedNode> nodes, int end) {
    Deque<ReportedNode> path = new ArrayDeque<>();
    int length = 0;
    for (int node = end; nodes.get(node).block().isPresent(); ) {
      ReportedNode step = nodes.get(node);
      path.addFirst(step);
      length += step.block().orElseThrow().completionTokens();
      node = step.node().parent().orElseThrow();
    }
    int[] ids = new int[length];
    float[] logprobs = new float[length];
    float[] entropies = new float[length];
    double[] values = new double[length];
    double logprobSum = 0;
    double entropySum = 0;
    int at = 0;
    for (ReportedNode step : path) {
      Completion block = step.block().orElseThrow();
      int count = block.completionTokens();
      System.arraycopy(block.tokens().ids(), 0, ids, at, count);
      System.arraycopy(block.tokens().logprobs(), 0, logprobs, at, count);
      System.arraycopy(block.tokens().entropies(), 0, entropies, at, count);
      Arrays.fill(values, at, at + count, step.node().clipped());
      logprobSum += block.logprobSum();
      entropySum += block.entropyMean() * count;
      at += count;
    }
    SearchedNode<String> last = nodes.get(end).node();
    Completion block = nodes.get(end).block().orElseThrow();
    int[] prompt = block.tokens().prompt();
    Completion whole =
        new Completion(
            request,
            block.text(),
            last.ending() == StepEnding.INCOMPLETE
                ? Completion.Finish.LENGTH
                : Completion.Finish.STOP,
            block.promptTokens(),
            length,
            logprobSum,
            entropySum / length,
            0,
            new CompletionTokens(prompt, ids, logprobs, entropies));
    return new Trajectory(end, whole, TokenTrace.of(request, whole.tokens()), values);
  }
}
