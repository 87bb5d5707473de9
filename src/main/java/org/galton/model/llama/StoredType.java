package org.galton.model.llama;

import ai.djl.ndarray.types.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Number formats of tensors on disk. */
enum StoredType {
  F32(DataType.FLOAT32) {
    @Override
    float value(ByteBuffer bytes) {
      return bytes.getFloat();
    }

    @Override
    void put(ByteBuffer bytes, float value) {
      bytes.putFloat(value);
    }
  },
  F16(DataType.FLOAT16) {
    @Override
    float value(ByteBuffer bytes) {
      return HalfPrecision.toFloat(bytes.getShort());
    }

    @Override
    void put(ByteBuffer bytes, float value) {
      bytes.putShort(HalfPrecision.fromFloat(value));
    }
  },
  BF16(DataType.BFLOAT16) {
    @Override
    float value(ByteBuffer bytes) {
      return HalfPrecision.brainToFloat(bytes.getShort());
    }

    @Override
    void put(ByteBuffer bytes, float value) {
      bytes.putShort(HalfPrecision.brainFromFloat(value));
    }
  };

  private final DataType array;

  StoredType(DataType array) {
    this.array = array;
  }

  /** The same format as the engine calls it. */
  DataType array() {
    return array;
  }

  int bytes() {
    return array.getNumOfBytes();
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
