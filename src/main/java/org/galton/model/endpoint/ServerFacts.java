package org.galton.model.endpoint;

import java.util.OptionalInt;

/**
 * What a server says of itself.
 *
 * @param slots rollouts that it draws at a time
 */
record ServerFacts(ServerKind kind, OptionalInt slots) {
  /** It said nothing, which is no fault. */
  static final ServerFacts UNKNOWN = new ServerFacts(ServerKind.OTHER, OptionalInt.empty());
}
