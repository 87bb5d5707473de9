package org.galton.model.llama.weights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.model.llama.torch.TorchScript;
import org.galton.spec.InvalidInput;

/**
 * An adapter's factors on the device of the weights that it stands beside, in float32. Where
 * projections share a matrix their A lie under one another, and their B side by side with zeros
 * elsewhere: one product of small matrices for all of them.
 */
public final class LowRankArrays {
  private static final List<List<String>> PRODUCTS =
      List.of(
          List.of("q_proj", "k_proj", "v_proj"),
          List.of("o_proj"),
          List.of("gate_proj", "up_proj"),
          List.of("down_proj"));

  private final NDManager manager;
  private final LlamaWeights base;
  private final Map<String, Place> places = new HashMap<>();

  /** Where a tensor of the adapter goes. */
  private record Place(NDArray array, long row, long column, double scale) {}

  private LowRankArrays(NDManager manager, LlamaWeights base) {
    this.manager = manager;
    this.base = base;
  }

  /**
   * Reads the factors, whose shapes are right.
   *
   * @param manager owner of the arrays, on the device of {@code base}
   * @throws InvalidInput when a value is not finite
   */
  public static List<LowRankBlock> read(
      NDManager manager, LlamaWeights base, List<LowRankTarget> targets, WeightSource source) {
    LowRankArrays arrays = new LowRankArrays(manager, base);
    List<LowRankBlock> blocks = new ArrayList<>();
    for (int i = 0; i < base.blocks().size(); i++) {
      int layer = i;
      blocks.add(arrays.block(targets.stream().filter(one -> one.layer() == layer).toList()));
    }
    source.read(
        manager,
        arrays.places.keySet(),
        (tensor, row, values) -> arrays.put(tensor, row, values, source.name()));
    return blocks;
  }

  private LowRankBlock block(List<LowRankTarget> targets) {
    List<Optional<LowRankProduct>> products =
        PRODUCTS.stream()
            .map(
                names ->
                    product(
                        targets.stream().filter(one -> names.contains(one.projection())).toList()))
            .toList();
    return new LowRankBlock(products.get(0), products.get(1), products.get(2), products.get(3));
  }

  /** Of projections that share a matrix. */
  private Optional<LowRankProduct> product(List<LowRankTarget> targets) {
    if (targets.isEmpty()) {
      return Optional.empty();
    }
    long rank = targets.stream().mapToLong(LowRankTarget::rank).sum();
    NDArray matrix = rows(targets.get(0)).array();
    NDArray down = manager.zeros(new Shape(rank, matrix.getShape().get(1)));
    NDArray up = manager.zeros(new Shape(matrix.getShape().get(0), rank));
    long first = 0;
    for (LowRankTarget target : targets) {
      places.put(target.down(), new Place(down, first, 0, 1));
      places.put(target.up(), new Place(up, rows(target).first(), first, target.scale()));
      first += target.rank();
    }
    return Optional.of(new LowRankProduct(down, up));
  }

  private ProjectionRows rows(LowRankTarget target) {
    return base.projection(target.projection()).get(target.layer());
  }

  private void put(String tensor, long row, NDArray values, String source) {
    Place place = places.get(tensor);
    try (IValue into = TorchScript.tensor(place.array());
        IValue at = IValue.from(place.row() + row);
        IValue column = IValue.from(place.column());
        IValue scale = IValue.from(place.scale());
        IValue from = TorchScript.tensor(values);
        IValue sum = base.script().call("fill_scaled", into, at, column, scale, from)) {
      if (!Double.isFinite(sum.toDouble())) {
        throw new InvalidInput(
            "Cannot use adapter %s: tensor %s holds NaN, an infinite number or one too large"
                .formatted(source, tensor));
      }
    }
  }
}
