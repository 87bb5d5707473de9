package org.galton.sweep;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.galton.model.Sampling;
import org.galton.table.store.Fingerprint;
import org.galton.table.store.Partition;

/**
 * Missing rollouts of one cell that one task draws and writes as one file. Those of a prompt follow
 * one another.
 *
 * @param cell number of the cell in its plan
 * @param source what the spec calls the model
 * @param modelDigest the model that the plan was made for
 * @param partition where the file goes
 * @param epoch the merge that the folder of its file has seen
 * @param framing how prompts are put to the model
 */
public record Shard(
    int cell,
    String source,
    String modelDigest,
    Partition partition,
    int epoch,
    Sampling sampling,
    Framing framing,
    List<Slice> slices)
    implements Serializable {
  private static final int NAME_BYTES = 10;

  public int rollouts() {
    return slices.stream().mapToInt(Slice::rollouts).sum();
  }

  /** The same for the same rollouts: two attempts at a shard write the same file. */
  public String name() {
    List<String> parts = new ArrayList<>();
    for (Slice slice : slices) {
      parts.add(slice.prompt().id());
      parts.add(slice.from() + "-" + slice.to() + "@" + slice.attempt());
    }
    return Fingerprint.of(parts).hex(NAME_BYTES);
  }
}
