package org.galton.train.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.galton.model.llama.adapter.AdapterForm;
import org.galton.model.llama.adapter.AdapterWriter;
import org.galton.model.llama.adapter.ModuleFactors;

/** Low-rank factors as they are now, apart from the weights that they change. */
public record LearnedAdapter(LowRank form, List<ModuleFactors> factors) {

  /**
   * Writes an adapter's folder, which appears whole or not at all.
   *
   * @param base name of the checkpoint that the learning began with
   */
  public void write(Path folder, String base, byte[] galtonJson) throws IOException {
    AdapterWriter.write(
        folder,
        new AdapterForm(base, form.rank(), form.alpha(), form.targets()),
        factors,
        galtonJson);
  }
}
