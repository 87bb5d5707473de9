package org.galton.model.endpoint;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.galton.model.Request;

/** Requests cut into those that are asked together: of one prompt, and no more than a limit. */
final class Chunks implements Iterator<List<Request>> {
  private final Iterator<Request> requests;
  private final int most;
  private Request next;

  Chunks(Iterator<Request> requests, int most) {
    this.requests = requests;
    this.most = most;
  }

  @Override
  public boolean hasNext() {
    return next != null || requests.hasNext();
  }

  /** Looks beyond its end only where that may lengthen it. */
  @Override
  public List<Request> next() {
    List<Request> chunk = new ArrayList<>();
    chunk.add(next == null ? requests.next() : next);
    next = null;
    while (chunk.size() < most && requests.hasNext()) {
      Request request = requests.next();
      if (!request.prompt().equals(chunk.get(0).prompt())) {
        next = request;
        break;
      }
      chunk.add(request);
    }
    return List.copyOf(chunk);
  }
}
