package org.galton.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;

/**
 * AdamW (Loshchilov and Hutter, arXiv 1711.05101): moments m and v of the gradient with bias
 * correction, weight decay apart from them. Gains (arrays of one axis) are not decayed. The
 * gradient is scaled down first when its norm over all arrays exceeds the clip.
 */
public final class AdamW {
  private static final float EPSILON = 1e-8f;

  private final List<NDArray> parameters;
  private final List<NDArray> first = new ArrayList<>();
  private final List<NDArray> second = new ArrayList<>();
  private final AdamWOptions options;

  /** Moments of zero, which belong to {@code manager}. */
  public AdamW(NDManager manager, List<NDArray> parameters, AdamWOptions options) {
    this.parameters = parameters;
    this.options = options;
    for (NDArray parameter : parameters) {
      first.add(manager.zeros(parameter.getShape()));
      second.add(manager.zeros(parameter.getShape()));
    }
  }

  /**
   * One update with the gradients that the parameters hold, which are then zero. The step counts
   * from 1. Returns the norm before clipping; when that is not finite nothing but the gradients is
   * changed.
   */
  public float update(NDManager scratch, int step, double learningRate) {
    return GradientRecord.without(
        () -> {
          List<NDArray> held = HeldGradient.arrays(scratch, parameters);
          float norm = updated(scratch, held, step, learningRate);
          HeldGradient.zero(held);
          return norm;
        });
  }

  /**
   * The same with gradients of the caller's, in the order of the parameters; what these hold stays.
   */
  public float update(NDManager scratch, List<NDArray> gradients, int step, double learningRate) {
    return GradientRecord.without(() -> updated(scratch, gradients, step, learningRate));
  }

  private float updated(NDManager scratch, List<NDArray> gradients, int step, double learningRate) {
    double squares = 0;
    for (NDArray gradient : gradients) {
      squares += gradient.square().sum().getFloat();
    }
    float norm = (float) Math.sqrt(squares);
    if (!Float.isFinite(norm)) {
      return norm;
    }
    float scale = (float) Math.min(1, options.clip() / (norm + 1e-6));
    float beta1 = (float) options.beta1();
    float beta2 = (float) options.beta2();
    float rate = (float) (learningRate / (1 - Math.pow(beta1, step)));
    float rootCorrection = (float) Math.sqrt(1 - Math.pow(beta2, step));
    for (int i = 0; i < gradients.size(); i++) {
      NDArray parameter = parameters.get(i);
      NDArray gradient = gradients.get(i);
      NDArray scaled = gradient.mul(scale);
      first.get(i).muli(beta1).addi(scaled.mul(1 - beta1));
      second.get(i).muli(beta2).addi(scaled.square().muli(1 - beta2));
      NDArray root = second.get(i).sqrt();
      root.attach(scratch);
      NDArray delta = first.get(i).div(root.divi(rootCorrection).addi(EPSILON));
      delta.attach(scratch);
      if (parameter.getShape().dimension() > 1) {
        parameter.muli((float) (1 - learningRate * options.weightDecay()));
      }
      parameter.subi(delta.muli(rate));
    }
    return norm;
  }

  /** Moments in the order of the parameters: all first, then all second. */
  public List<NDArray> state() {
    List<NDArray> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
