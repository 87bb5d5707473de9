package org.galton.sql.shared;

import java.util.Map;
import java.util.Optional;

/** The tables that there are. */
@FunctionalInterface
public interface Catalog {
  /** The columns of one, in their order. */
  Optional<Map<String, Type>> columns(String table);
}
