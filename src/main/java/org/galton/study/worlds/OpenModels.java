package org.galton.study.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.galton.model.LanguageModel;
import org.galton.model.Sampling;
import org.galton.model.source.Checkpoints;
import org.galton.sweep.Decoding;
import org.galton.sweep.SamplingWish;

/** Models that were loaded, as authors and as players; closes them. */
final class OpenModels implements AutoCloseable {
  private final int maxTokens;
  private final List<LanguageModel> open = new ArrayList<>();

  /**
   * @param maxTokens longest completion
   */
  OpenModels(int maxTokens) {
    this.maxTokens = maxTokens;
  }

  Authors authors(String source) {
    LanguageModel model = load(source);
    return new ModelAuthors(source, model, sampling(model));
  }

  ModelPolicy policy(String source) {
    LanguageModel model = load(source);
    return new ModelPolicy(source, model, sampling(model));
  }

  private LanguageModel load(String source) {
    LanguageModel model = new Checkpoints().load(source, new Decoding(1, "cpu"));
    open.add(model);
    return model;
  }

  private Sampling sampling(LanguageModel model) {
    return new SamplingWish(
            OptionalDouble.empty(),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            maxTokens,
            List.of(),
            SamplingWish.Source.CHECKPOINT)
        .under(model.card());
  }

  @Override
  public void close() {
    open.forEach(LanguageModel::close);
  }
}
