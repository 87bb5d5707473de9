package org.galton.bench.prefix;

import java.util.List;
import org.galton.model.Completion;
import org.galton.model.llama.decoding.PromptTokens;

/** One pass over a workload: what it took, and what was drawn, in the order of asking. */
public record PrefixPass(
    double cpuSeconds, double seconds, PromptTokens promptTokens, List<Completion> drawn) {
  public PrefixPass {
    drawn = List.copyOf(drawn);
  }

  /** Whether another pass has drawn the same texts. */
  public boolean sameTexts(PrefixPass other) {
    return drawn.stream()
        .map(Completion::text)
        .toList()
        .equals(other.drawn.stream().map(Completion::text).toList());
  }

  /** The largest difference of a completion's log-probability to that in another pass, in nats. */
  public double logprobDifference(PrefixPass other) {
    double largest = 0;
    for (int i = 0; i < drawn.size(); i++) {
      largest =
          Math.max(largest, Math.abs(drawn.get(i).logprobSum() - other.drawn.get(i).logprobSum()));
    }
    return largest;
  }

  /** Tokens that were drawn. */
  public long tokens() {
    return drawn.stream().mapToLong(Completion::completionTokens).sum();
  }
}
