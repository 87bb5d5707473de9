package org.galton.job.draw;

import java.util.ArrayList;
import java.util.List;
import org.galton.model.Request;
import org.galton.sweep.Shard;
import org.galton.sweep.Slice;
import org.galton.table.store.RolloutKey;

/** A rollout that is wanted, with its place in the shard as the request's number. */
record RequestedRollout(Slice slice, int rolloutIndex, Request request) {

  /** What a shard asks for, in the order of its slices. */
  static List<RequestedRollout> of(Shard shard) {
    List<RequestedRollout> wishes = new ArrayList<>(shard.rollouts());
    for (Slice slice : shard.slices()) {
      for (int index = slice.from(); index < slice.to(); index++) {
        RolloutKey key =
            new RolloutKey(
                shard.partition().generation(),
                shard.partition().task(),
                slice.prompt().id(),
                index);
        Request request =
            new Request(wishes.size(), shard.framing().prompt(slice.prompt().text()), key.seed());
        wishes.add(new RequestedRollout(slice, index, request));
      }
    }
    return wishes;
  }

  String promptId() {
    return slice.prompt().id();
  }
}
