package org.galton.train.policy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDResource;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.galton.model.llama.adapter.ModuleFactors;
import org.galton.model.llama.weights.LlamaTensors;
import org.galton.model.llama.weights.LlamaWeights;
import org.galton.model.llama.weights.ProjectionRows;

/**
 * The factors of {@link LowRank}. With G the derivative by W = W0 + s B A, the derivative by B is s
 * G A', that by A is s B' G. B begins at zero, so that the policy begins as the start; A is uniform
 * within 1/sqrt(in) of zero, as in the published implementation of the method.
 */
final class LowRankFactors implements LearnedArrays {
  private final List<Factor> factors = new ArrayList<>();
  private final List<NDArray> weights;
  private final LowRank form;

  /**
   * @param module name of the projection, its layer included
   * @param start the projection before learning, [out, in]
   * @param up B, [out, rank]
   * @param down A, [rank, in]
   */
  private record Factor(
      String module, ProjectionRows place, NDArray start, NDArray up, NDArray down) {}

  /**
   * @param manager owner of the factors
   * @param seed of A's numbers
   */
  LowRankFactors(NDManager manager, LlamaWeights weights, LowRank form, long seed) {
    this.form = form;
    this.weights = weights.arrays();
    SplittableRandom random = new SplittableRandom(seed);
    for (String target : form.targets()) {
      List<ProjectionRows> places = weights.projection(target);
      List<String> modules = LlamaTensors.projections(weights.config(), target);
      for (int layer = 0; layer < places.size(); layer++) {
        ProjectionRows place = places.get(layer);
        NDArray start = place.array().get(place.index()).duplicate();
        start.attach(manager);
        factors.add(
            new Factor(
                modules.get(layer),
                place,
                start,
                manager.zeros(new Shape(place.rows(), form.rank())),
                manager.create(
                    uniform(random, form.rank(), place.widthIn()),
                    new Shape(form.rank(), place.widthIn()))));
      }
    }
  }

  /** Number of this very array; arrays of the engine are equal when their contents are. */
  private int number(NDArray weight) {
    return IntStream.range(0, weights.size())
        .filter(i -> weights.get(i) == weight)
        .findFirst()
        .orElseThrow();
  }

  private static float[] uniform(SplittableRandom random, int rank, long widthIn) {
    float[] values = new float[Math.toIntExact(rank * widthIn)];
    double bound = 1 / Math.sqrt(widthIn);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-bound, bound);
    }
    return values;
  }

  @Override
  public List<NDArray> parameters() {
    return factors.stream().flatMap(factor -> Stream.of(factor.up(), factor.down())).toList();
  }

  @Override
  public List<NDArray> gradients(List<NDArray> byWeights) {
    byWeights.get(0).getManager().tempAttachAll(parameters().toArray(NDResource[]::new));
    List<NDArray> all = new ArrayList<>();
    for (Factor factor : factors) {
      NDArray whole = byWeights.get(number(factor.place().array()));
      NDArray own = whole.get(factor.place().index()).mul(form.scale());
      all.add(own.matMul(factor.down().transpose()));
      all.add(factor.up().transpose().matMul(own));
    }
    return all;
  }

  @Override
  public Optional<LearnedAdapter> adapter() {
    return Optional.of(
        new LearnedAdapter(
            form,
            factors.stream()
                .map(one -> ModuleFactors.of(one.module(), one.down(), one.up()))
                .toList()));
  }

  @Override
  public void settle() {
    for (Factor factor : factors) {
      try (NDManager scratch = factor.start().getManager().newSubManager()) {
        scratch.tempAttachAll(factor.start(), factor.up(), factor.down());
        NDArray change = factor.up().matMul(factor.down()).mul(form.scale());
        factor.place().array().set(factor.place().index(), factor.start().add(change));
      }
    }
  }
}
