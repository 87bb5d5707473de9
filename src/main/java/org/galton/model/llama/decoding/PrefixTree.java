package org.galton.model.llama.decoding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Keys and values that are kept, by the tokens they are of. A node holds those of a few tokens, and
 * the way to it from the root names all tokens before them: prompts that begin alike share the
 * nodes of their beginning, as do completions that go on from one block (Zheng et al., SGLang,
 * arXiv 2312.07104; Kwon et al., PagedAttention, arXiv 2309.06180).
 *
 * <p>A prompt is computed in blocks that begin at multiples of one size. So a block goes through
 * the same arithmetic in every prompt that has it, and a prompt has the same keys and values, bit
 * for bit, whether its beginning was kept or not. Blocks of completions are of any length. They
 * were drawn token by token, so no prompt goes over them, even one with the same tokens.
 *
 * <p>What was used longest ago goes first. A use of a node is one of all nodes before it, after its
 * own, so none ever lacks what is before it.
 *
 * <p>Safe for many decode loops. Nothing that a loop has taken is freed under it: arrays are handed
 * out as further references to the same memory. A block that one loop computes another waits for.
 */
final class PrefixTree implements AutoCloseable {
  private final NDManager manager;
  private final long budget;
  private final Node root = new Node(null, LongBuffer.allocate(0), null, null);
  private final Map<Node, Node> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Set<Claim> claims = new HashSet<>();
  private long bytes;
  private long reused;
  private long computed;

  /**
   * @param budget bytes of all that is kept; 0 keeps nothing
   */
  PrefixTree(NDManager parent, long budget) {
    this.manager = parent.newSubManager();
    this.budget = budget;
  }

  /** Tokens with their keys and values, and what goes on from them. Equal to itself alone. */
  static final class Node {
    private final Node before;
    private final LongBuffer tokens;
    private final NDManager owner;
    private final NDArray rows;
    private final Map<LongBuffer, Node> prompts = new HashMap<>();
    private final Map<LongBuffer, Node> completions = new HashMap<>();
    private boolean dropped;

    /**
     * @param rows keys, then values, of every block: [2 blocks, keyValueHeads, tokens, headWidth];
     *     null of the root and of what is not kept
     */
    private Node(Node before, LongBuffer tokens, NDManager owner, NDArray rows) {
      this.before = before;
      this.tokens = tokens;
      this.owner = owner;
      this.rows = rows;
      this.dropped = rows == null && before != null;
    }

    private long bytes() {
      return rows.size() * rows.getDataType().getNumOfBytes();
    }
  }

  /** A block of a prompt that a loop computes. */
  private record Claim(Node before, LongBuffer tokens) {}

  /**
   * A way through the tree from its root along the tokens of a sequence, and what was found on it.
   *
   * @param last the node that it has come to; may have been dropped since
   * @param tokens how many it has come along
   * @param pieces their keys and values, those of the last steps only
   */
  record Way(Node last, int tokens, List<NDArray> pieces) {}

  Way start() {
    return new Way(root, 0, List.of());
  }

  /** Tokens of a piece of the sequence, copied: what is kept must not change. */
  private static LongBuffer piece(long[] ids, int from, int to) {
    return LongBuffer.wrap(Arrays.copyOfRange(ids, from, to));
  }

  /**
   * Goes one block of a prompt further, if it is kept. If not, the caller is to compute it, {@link
   * #keep} it and {@link #computed} it; others who want it wait meanwhile.
   *
   * @param to where the block ends
   * @return the same way where the block is not kept
   */
  synchronized Way further(NDManager scratch, Way way, long[] ids, int to) {
    LongBuffer tokens = piece(ids, way.tokens(), to);
    Claim claim = new Claim(way.last(), tokens);
    Node next = way.last().prompts.get(tokens);
    try {
      while (next == null && claims.contains(claim)) {
        wait();
        next = way.last().prompts.get(tokens);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (next == null) {
      if (budget > 0) {
        claims.add(claim);
      }
      computed += tokens.remaining();
      return way;
    }
    reused += tokens.remaining();
    touch(next);
    return new Way(next, to, List.of(reference(scratch, next)));
  }

  /** Goes over a block of a prompt, which is kept if it is not yet. */
  synchronized Way keep(Way way, long[] ids, int to, Function<NDManager, NDArray> rows) {
    LongBuffer tokens = piece(ids, way.tokens(), to);
    Node next = way.last().prompts.get(tokens);
    if (next == null) {
      next = added(way.last(), tokens, way.last().prompts, rows);
    }
    touch(next);
    return new Way(next, to, List.of());
  }

  /** Lets those go on who wait for a block. */
  synchronized void computed(Way before, long[] ids, int to) {
    claims.remove(new Claim(before.last(), piece(ids, before.tokens(), to)));
    notifyAll();
  }

  /** Goes as far as blocks of completions are kept. */
  synchronized Way drawn(NDManager scratch, Way way, long[] ids, int to) {
    List<NDArray> pieces = new ArrayList<>();
    Node last = way.last();
    int at = way.tokens();
    for (Node next = last; next != null; ) {
      last = next;
      next = longest(last, ids, at, to);
      if (next != null) {
        at += next.tokens.remaining();
        pieces.add(reference(scratch, next));
      }
    }
    touch(last);
    return new Way(last, at, pieces);
  }

  private static Node longest(Node before, long[] ids, int from, int to) {
    LongBuffer rest = LongBuffer.wrap(ids, from, to - from).slice();
    Node longest = null;
    for (Node next : before.completions.values()) {
      int size = next.tokens.remaining();
      if (size <= rest.remaining()
          && next.tokens.equals(rest.slice(0, size))
          && (longest == null || size > longest.tokens.remaining())) {
        longest = next;
      }
    }
    return longest;
  }

  /** Keeps what a completion has after the end of a way that {@link #drawn} has gone. */
  synchronized void keepDrawn(Way way, long[] ids, int to, Function<NDManager, NDArray> rows) {
    LongBuffer tokens = piece(ids, way.tokens(), to);
    if (tokens.hasRemaining() && !way.last().completions.containsKey(tokens)) {
      added(way.last(), tokens, way.last().completions, rows);
    }
  }

  /** A further node; it stays out of the tree where nothing is kept, or not what is before it. */
  private Node added(
      Node before,
      LongBuffer tokens,
      Map<LongBuffer, Node> after,
      Function<NDManager, NDArray> rows) {
    if (budget == 0 || before.dropped) {
      return new Node(before, tokens, null, null);
    }
    NDManager owner = manager.newSubManager();
    Node added = new Node(before, tokens, owner, rows.apply(owner));
    after.put(tokens, added);
    kept.put(added, added);
    bytes += added.bytes();
    touch(added);
    Iterator<Node> oldest = kept.keySet().iterator();
    while (bytes > budget && oldest.hasNext()) {
      Node one = oldest.next();
      oldest.remove();
      drop(one);
    }
    return added;
  }

  private void drop(Node node) {
    node.dropped = true;
    node.before.prompts.remove(node.tokens, node);
    node.before.completions.remove(node.tokens, node);
    bytes -= node.bytes();
    node.owner.close();
  }

  /** Uses a node, and then all before it. */
  private void touch(Node last) {
    for (Node node = last; node != root; node = node.before) {
      kept.get(node);
    }
  }

  private static NDArray reference(NDManager owner, Node node) {
    NDArray reference = node.rows.reshape(node.rows.getShape());
    reference.attach(owner);
    return reference;
  }

  /** Bytes of all that is kept. */
  synchronized long bytes() {
    return bytes;
  }

  /** Tokens of prompts so far. */
  synchronized PromptTokens promptTokens() {
    return new PromptTokens(computed, reused);
  }

  synchronized void clear() {
    kept.keySet().forEach(this::drop);
    kept.clear();
  }

  @Override
  public synchronized void close() {
    clear();
    manager.close();
  }
}
