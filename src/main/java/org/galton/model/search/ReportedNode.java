package org.galton.model.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.galton.model.Completion;
import org.galton.search.SearchedNode;

/**
 * A node of a search's tree with what the model drew for it.
 *
 * @param node its state is what its step adds to the text of its parent
 * @param block the step as it was drawn: its text is that of the whole path, all else is of the
 *     step's tokens; nothing at the root
 */
public record ReportedNode(SearchedNode<String> node, Optional<Completion> block) {

  /** Of the step. */
  public List<Integer> tokenIds() {
    return block
        .map(drawn -> Arrays.stream(drawn.tokens().ids()).boxed().toList())
        .orElse(List.of());
  }

  /** Mean of the step's tokens, in nats; 0 at the root. */
  public double entropy() {
    return block.map(Completion::entropyMean).orElse(0.0);
  }

  /**
   * Mean log-probability of the step's tokens under the model's own distribution, in nats; 0 at the
   * root.
   */
  public double logprobMean() {
    return block.map(drawn -> drawn.logprobSum() / drawn.completionTokens()).orElse(0.0);
  }
}
