package org.galton.model.llama.weights;

import ai.djl.ndarray.types.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import org.galton.model.ComputeType;

/** Number formats of tensors on disk. */
enum StoredType {
  F32(4, DataType.FLOAT32, ComputeType.FLOAT32) {
    @Override
    float value(ByteBuffer bytes) {
      return bytes.getFloat();
    }

    @Override
    void put(ByteBuffer bytes, float value) {
      bytes.putFloat(value);
    }
  },
  F16(2, DataType.FLOAT16, ComputeType.FLOAT16) {
    @Override
    float value(ByteBuffer bytes) {
      return HalfPrecision.toFloat(bytes.getShort());
    }

    @Override
    void put(ByteBuffer bytes, float value) {
      bytes.putShort(HalfPrecision.fromFloat(value));
    }
  },
  BF16(2, DataType.FLOAT32, ComputeType.BFLOAT16) {
    @Override
    float value(ByteBuffer bytes) {
      return HalfPrecision.brainToFloat(bytes.getShort());
    }

    @Override
    void put(ByteBuffer bytes, float value) {
      bytes.putShort(HalfPrecision.brainFromFloat(value));
    }
  };

  private final int bytes;
  private final DataType array;
  private final ComputeType compute;

  StoredType(int bytes, DataType array, ComputeType compute) {
    this.bytes = bytes;
    this.array = array;
    this.compute = compute;
  }

  /** Type of the arrays that are made of it; the engine has no bfloat16, and float32 holds it. */
  DataType array() {
    return array;
  }

  /** The type that computes with such numbers as they are. */
  ComputeType compute() {
    return compute;
  }

  int bytes() {
    return bytes;
  }

  /** Puts stored bytes into a buffer as values of {@link #array}. */
  void unpack(ByteBuffer stored, ByteBuffer values) {
    if (this != BF16) {
      values.put(stored);
      return;
    }
    ShortBuffer narrow = stored.asShortBuffer();
    IntBuffer wide = values.asIntBuffer();
    int count = narrow.remaining();
    for (int i = 0; i < count; i++) {
      wide.put(i, narrow.get(i) << 16);
    }
    values.position(values.position() + 4 * count);
  }

  abstract float value(ByteBuffer bytes);

  abstract void put(ByteBuffer bytes, float value);

  float[] decode(byte[] raw) {
    ByteBuffer buffer = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[raw.length / bytes()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(buffer);
    }
    return values;
  }

  byte[] encode(float[] values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length * bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      put(buffer, value);
    }
    return buffer.array();
  }

  /** Null where there is none of this name. */
  static StoredType named(String name) {
    for (StoredType type : values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    return null;
  }
}
