package org.galton.model.llama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.galton.spec.InvalidInput;

/**
 * Reads a safetensors file front to back: an 8-byte little-endian header length, a JSON header that
 * names each tensor's type, shape and byte range, then the bytes. Every length is checked against
 * the others before anything is allocated for it.
 */
final class SafetensorsReader {
  private static final int LARGEST_HEADER = 100_000_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private final long fileBytes;

  /**
   * @param name what an error calls the file
   * @param fileBytes size of the whole file
   */
  SafetensorsReader(String name, long fileBytes) {
    this.name = name;
    this.fileBytes = fileBytes;
  }

  /** Hands every tensor to the sink, one at a time, in the order of the file. */
  void read(InputStream source, Consumer<Tensor> sink) throws IOException {
    DataInputStream in = new DataInputStream(source);
    try {
      long headerBytes = Long.reverseBytes(in.readLong());
      if (headerBytes < 2 || headerBytes > LARGEST_HEADER || headerBytes > fileBytes - 8) {
        throw broken("its header claims " + headerBytes + " bytes of a file of " + fileBytes);
      }
      List<Entry> entries = entries(in.readNBytes((int) headerBytes), fileBytes - 8 - headerBytes);
      for (Entry entry : entries) {
        byte[] bytes = in.readNBytes(Math.toIntExact(entry.end - entry.begin));
        if (bytes.length < entry.end - entry.begin) {
          throw new EOFException();
        }
        sink.accept(new Tensor(entry.name, entry.shape, entry.type.decode(bytes)));
      }
    } catch (EOFException end) {
      throw broken("it ends too early; it may be an unfinished download");
    }
  }

  private List<Entry> entries(byte[] header, long dataBytes) {
    JsonNode root;
    try {
      root = JSON.readTree(header);
    } catch (IOException e) {
      throw broken("its header is not JSON");
    }
    if (root == null || !root.isObject()) {
      throw broken("its header is not a JSON object");
    }
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (!field.getKey().equals("__metadata__")) {
        entries.add(entry(field.getKey(), field.getValue()));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::begin));
    long position = 0;
    for (Entry entry : entries) {
      if (entry.begin != position) {
        throw broken(
            "tensor " + entry.name + " begins at byte " + entry.begin + ", expected " + position);
      }
      position = entry.end;
    }
    if (position > dataBytes) {
      throw broken(
          "its tensors need "
              + position
              + " bytes and "
              + dataBytes
              + " are there; it may be an unfinished download");
    }
    return entries;
  }

  private Entry entry(String tensor, JsonNode node) {
    StoredType type = StoredType.named(node.path("dtype").asText());
    if (type == null) {
      throw broken(
          "tensor "
              + tensor
              + " has type '"
              + node.path("dtype").asText()
              + "', expected F32, F16 or BF16");
    }
    JsonNode offsets = node.path("data_offsets");
    JsonNode dimensions = node.path("shape");
    if (offsets.size() != 2 || !dimensions.isArray()) {
      throw broken("tensor " + tensor + " lacks data_offsets or shape");
    }
    long[] shape = new long[dimensions.size()];
    long bytes = type.bytes();
    try {
      for (int i = 0; i < shape.length; i++) {
        shape[i] = dimensions.get(i).asLong(-1);
        bytes = Math.multiplyExact(bytes, shape[i]);
      }
    } catch (ArithmeticException overflow) {
      bytes = -1;
    }
    long begin = offsets.get(0).asLong(-1);
    long end = offsets.get(1).asLong(-1);
    if (bytes < 0 || begin < 0 || end - begin != bytes) {
      throw broken(
          "tensor "
              + tensor
              + " of shape "
              + dimensions
              + " does not fill its byte range "
              + offsets);
    }
    return new Entry(tensor, type, shape, begin, end);
  }

  private InvalidInput broken(String why) {
    return new InvalidInput("Cannot read " + name + ": " + why);
  }

  private record Entry(String name, StoredType type, long[] shape, long begin, long end) {}

  /** Number formats on disk. */
  enum StoredType {
    F32(4) {
      @Override
      float value(ByteBuffer bytes) {
        return bytes.getFloat();
      }
    },
    F16(2) {
      @Override
      float value(ByteBuffer bytes) {
        return HalfPrecision.toFloat(bytes.getShort());
      }
    },
    BF16(2) {
      @Override
      float value(ByteBuffer bytes) {
        return Float.intBitsToFloat(bytes.getShort() << 16);
      }
    };

    private final int bytes;

    StoredType(int bytes) {
      this.bytes = bytes;
    }

    int bytes() {
      return bytes;
    }

    abstract float value(ByteBuffer bytes);

    float[] decode(byte[] raw) {
      ByteBuffer buffer = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
      float[] values = new float[raw.length / bytes];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(buffer);
      }
      return values;
    }

    static StoredType named(String name) {
      for (StoredType type : values()) {
        if (type.name().equals(name)) {
          return type;
        }
      }
      return null;
    }
  }
}
