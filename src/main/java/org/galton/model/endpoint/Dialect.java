package org.galton.model.endpoint;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * In what words a server is asked: as the user declares, and as it turned out.
 *
 * @param omitted keys that it does not take
 * @param maxTokensKey its word for the longest completion
 */
record Dialect(Set<String> omitted, String maxTokensKey, ServerKind server) {
  static final String MAX_TOKENS = "max_tokens";
  static final String MAX_COMPLETION_TOKENS = "max_completion_tokens";

  /** Several rollouts in one request. */
  static final String SEVERAL = "n";

  Dialect {
    omitted = Set.copyOf(omitted);
  }

  static Dialect of(EndpointSource source) {
    return new Dialect(source.omitted(), source.maxTokensKey(), ServerKind.OTHER);
  }

  boolean omits(String key) {
    return omitted.contains(key);
  }

  Dialect without(Collection<String> keys) {
    Set<String> all = new LinkedHashSet<>(omitted);
    all.addAll(keys);
    return new Dialect(all, maxTokensKey, server);
  }

  Dialect withMaxTokensKey(String key) {
    return new Dialect(omitted, key, server);
  }

  Dialect at(ServerKind kind) {
    return new Dialect(omitted, maxTokensKey, kind);
  }
}
