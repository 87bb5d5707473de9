package org.galton.model.llama.weights;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes tensors as one safetensors file, rounded to a type. */
final class SafetensorsWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SafetensorsWriter() {}

  static void write(List<Tensor> tensors, StoredType type, OutputStream out) throws IOException {
    out.write(header(stored(tensors, type)));
    for (Tensor tensor : tensors) {
      out.write(type.encode(tensor.values()));
    }
  }

  /** Bytes that {@link #write} writes. */
  static long size(List<Tensor> tensors, StoredType type) throws IOException {
    List<StoredTensor> stored = stored(tensors, type);
    return header(stored).length + (stored.isEmpty() ? 0 : stored.get(stored.size() - 1).end());
  }

  private static List<StoredTensor> stored(List<Tensor> tensors, StoredType type) {
    List<StoredTensor> stored = new ArrayList<>();
    long position = 0;
    for (Tensor tensor : tensors) {
      long end = position + (long) tensor.values().length * type.bytes();
      stored.add(new StoredTensor(tensor.name(), type, tensor.shape(), position, end));
      position = end;
    }
    return stored;
  }

  /** What comes before the first tensor. */
  static byte[] header(List<StoredTensor> tensors) throws IOException {
    ObjectNode header = JSON.createObjectNode();
    header.putObject("__metadata__").put("format", "pt");
    for (StoredTensor tensor : tensors) {
      ObjectNode entry = header.putObject(tensor.name());
      entry.put("dtype", tensor.type().name());
      entry.set("shape", JSON.valueToTree(tensor.shape()));
      entry.putArray("data_offsets").add(tensor.begin()).add(tensor.end());
    }
    byte[] json = JSON.writeValueAsBytes(header);
    int padding = (8 - json.length % 8) % 8;
    return ByteBuffer.allocate(8 + json.length + padding)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length + padding)
        .put(json)
        .put(" ".repeat(padding).getBytes(StandardCharsets.US_ASCII))
        .array();
  }
}
