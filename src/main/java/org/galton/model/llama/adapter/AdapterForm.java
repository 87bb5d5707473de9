package org.galton.model.llama.adapter;

import java.util.List;

/**
 * What {@code adapter_config.json} says of an adapter that is written here.
 *
 * @param base name of the checkpoint that it is for
 * @param rank of every module's factors
 * @param alpha their product is scaled by alpha / rank
 * @param targets projections of every block, such as {@code q_proj}
 */
public record AdapterForm(String base, int rank, double alpha, List<String> targets) {
  public AdapterForm {
    targets = List.copyOf(targets);
  }
}
