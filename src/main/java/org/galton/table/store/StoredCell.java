package org.galton.table.store;

import java.util.Map;

/**
 * What is stored of a generation and a task, by prompt id.
 *
 * @param epoch the merge that its files have seen, which what is drawn next belongs to
 */
public record StoredCell(Partition partition, int epoch, Map<String, StoredKeys> prompts) {
  private static final StoredKeys NOTHING = new StoredKeys();

  public StoredKeys prompt(String id) {
    return prompts.getOrDefault(id, NOTHING);
  }
}
