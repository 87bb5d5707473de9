package org.galton.model.search;

import java.util.List;
import org.galton.search.SearchedNode;

/**
 * A node of a search's tree with what the model drew for it.
 *
 * @param node its state is what its step adds to the text of its parent
 * @param tokenIds of the step
 * @param entropy mean of its tokens, in nats; 0 at the root
 * @param logprobMean mean log-probability of its tokens under the model's own distribution, in
 *     nats; 0 at the root
 */
public record ReportedNode(
    SearchedNode<String> node, List<Integer> tokenIds, double entropy, double logprobMean) {}
