package org.galton.model.llama.value;

import java.util.List;

/**
 * What a value head was made for.
 *
 * @param base name of the checkpoint that it stands on
 * @param baseDigest of that checkpoint: its states mean nothing under another
 * @param width numbers of a state
 * @param block tokens between the places that it was trained at
 * @param tasks that it was trained on
 */
public record ValueForm(String base, String baseDigest, int width, int block, List<String> tasks) {
  public ValueForm {
    tasks = List.copyOf(tasks);
  }
}
