package org.galton.model.llama;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes tensors as one safetensors file, in float32 or rounded to float16. */
final class SafetensorsWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SafetensorsWriter() {}

  static void writeFloat32(List<Tensor> tensors, OutputStream out) throws IOException {
    write(tensors, SafetensorsReader.StoredType.F32, out);
  }

  static void writeFloat16(List<Tensor> tensors, OutputStream out) throws IOException {
    write(tensors, SafetensorsReader.StoredType.F16, out);
  }

  private static void write(
      List<Tensor> tensors, SafetensorsReader.StoredType type, OutputStream out)
      throws IOException {
    ObjectNode header = JSON.createObjectNode();
    header.putObject("__metadata__").put("format", "pt");
    long position = 0;
    for (Tensor tensor : tensors) {
      ObjectNode entry = header.putObject(tensor.name());
      entry.put("dtype", type.name());
      entry.set("shape", JSON.valueToTree(tensor.shape()));
      long end = position + (long) tensor.values().length * type.bytes();
      entry.putArray("data_offsets").add(position).add(end);
      position = end;
    }
    byte[] json = JSON.writeValueAsBytes(header);
    String padding = " ".repeat((8 - json.length % 8) % 8);
    ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    out.write(length.putLong(json.length + padding.length()).array());
    out.write(json);
    out.write(padding.getBytes(StandardCharsets.US_ASCII));
    for (Tensor tensor : tensors) {
      out.write(encode(tensor.values(), type));
    }
  }

  private static byte[] encode(float[] values, SafetensorsReader.StoredType type) {
    ByteBuffer buffer =
        ByteBuffer.allocate(values.length * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      if (type == SafetensorsReader.StoredType.F16) {
        buffer.putShort(HalfPrecision.fromFloat(value));
      } else {
        buffer.putFloat(value);
      }
    }
    return buffer.array();
  }
}
