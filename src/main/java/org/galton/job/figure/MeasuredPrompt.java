package org.galton.job.figure;

import java.io.Serializable;

/**
 * A prompt of a model with its figures.
 *
 * @param model empty where the input names none
 * @param cluster the prompt's family; null where it is one by itself
 */
public record MeasuredPrompt(String model, String prompt, String cluster, PromptFigures figures)
    implements Serializable {

  /** Two prompts have the same exactly when they are of one family. */
  String family() {
    return cluster == null ? "prompt " + prompt : "family " + cluster;
  }
}
