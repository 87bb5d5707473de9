package org.galton.model.llama.weights;

/** IEEE 754 binary16 and bfloat16 to and from float; Java 17 has neither. */
final class HalfPrecision {
  private HalfPrecision() {}

  static float toFloat(short half) {
    int sign = (half & 0x8000) << 16;
    int exponent = (half >>> 10) & 0x1f;
    int fraction = half & 0x3ff;
    if (exponent == 0) {
      float magnitude = fraction * 0x1p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    int bits =
        exponent == 31 ? 0x7f800000 | fraction << 13 : (exponent + 112) << 23 | fraction << 13;
    return Float.intBitsToFloat(sign | bits);
  }

  /** Rounds to nearest, ties to even; values beyond the range become infinite. */
  static short fromFloat(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = bits >>> 16 & 0x8000;
    float magnitude = Math.abs(value);
    if (Float.isNaN(value)) {
      return (short) (sign | 0x7e00);
    }
    if (magnitude >= 65520f) {
      return (short) (sign | 0x7c00);
    }
    if (magnitude < 0x1p-14f) {
      return (short) (sign | (int) Math.rint(magnitude * 0x1p24));
    }
    int kept = bits & 0x7fffffff;
    int rounded = kept + 0xfff + (kept >>> 13 & 1);
    return (short) (sign | (rounded >>> 13) - (112 << 10));
  }

  static float brainToFloat(short brain) {
    return Float.intBitsToFloat(brain << 16);
  }

  /** Rounds to nearest, ties to even; values beyond the range become infinite. */
  static short brainFromFloat(float value) {
    int bits = Float.floatToRawIntBits(value);
    return Float.isNaN(value)
        ? (short) (bits >>> 16 | 0x40)
        : (short) ((bits + 0x7fff + (bits >>> 16 & 1)) >>> 16);
  }
}
