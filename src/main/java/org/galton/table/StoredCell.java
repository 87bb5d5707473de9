package org.galton.table;

import java.util.Map;

/** What is stored of a generation and a task, by prompt id. */
public record StoredCell(Partition partition, Map<String, StoredKeys> prompts) {
  private static final StoredKeys NOTHING = new StoredKeys();

  public StoredKeys prompt(String id) {
    return prompts.getOrDefault(id, NOTHING);
  }
}
