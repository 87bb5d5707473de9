package org.galton.model.llama.weights;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.galton.model.llama.config.CheckpointJson;
import org.galton.spec.InvalidInput;

/**
 * What a safetensors file says of itself: an 8-byte little-endian header length, a JSON header that
 * names each tensor's type, shape and byte range, then the bytes. Every length is checked against
 * the others before anything is allocated for it, and the tensors fill the file without a gap.
 *
 * @param name what an error calls the file
 * @param dataBegin first byte of the tensors
 * @param tensors in the order of the file
 */
record SafetensorsHeader(String name, long dataBegin, List<StoredTensor> tensors) {
  /** Eighty times those of the largest Llama. */
  static final int MOST_TENSORS = 100_000;

  private static final int MOST_BYTES = 16_000_000;
  private static final int MOST_DIMENSIONS = 8;
  private static final int SHOWN = 200;

  /**
   * Reads the header and leaves the stream at the first tensor.
   *
   * @param fileBytes size of the whole file
   */
  static SafetensorsHeader read(InputStream source, String name, long fileBytes)
      throws IOException {
    try {
      long bytes = Long.reverseBytes(new DataInputStream(source).readLong());
      if (bytes < 2 || bytes > fileBytes - 8) {
        throw broken(name, "its header claims " + bytes + " bytes of a file of " + fileBytes);
      }
      if (bytes > MOST_BYTES) {
        throw broken(
            name, "its header has %,d bytes, expected at most %,d".formatted(bytes, MOST_BYTES));
      }
      byte[] json = source.readNBytes((int) bytes);
      if (json.length < bytes) {
        throw new EOFException();
      }
      return new SafetensorsHeader(
          name, 8 + bytes, new Parser(name).tensors(json, fileBytes - 8 - bytes));
    } catch (EOFException end) {
      throw endsTooEarly(name);
    }
  }

  static InvalidInput endsTooEarly(String name) {
    return broken(name, "it ends too early; it may be an unfinished download");
  }

  private static InvalidInput broken(String name, String why) {
    return new InvalidInput("Cannot read " + name + ": " + why);
  }

  private record Parser(String name) {
    List<StoredTensor> tensors(byte[] header, long dataBytes) {
      List<StoredTensor> tensors = new ArrayList<>();
      JsonNode root = CheckpointJson.object(header, "the header of " + name);
      if (root.size() > MOST_TENSORS) {
        throw broken(
            name, "it has %,d tensors, expected at most %,d".formatted(root.size(), MOST_TENSORS));
      }
      for (Map.Entry<String, JsonNode> field : root.properties()) {
        if (!field.getKey().equals("__metadata__")) {
          tensors.add(tensor(field.getKey(), field.getValue()));
        }
      }
      tensors.sort(Comparator.comparingLong(StoredTensor::begin));
      long position = 0;
      for (StoredTensor tensor : tensors) {
        if (tensor.begin() != position) {
          throw broken(
              name,
              "tensor "
                  + tensor.name()
                  + " begins at byte "
                  + tensor.begin()
                  + ", expected "
                  + position);
        }
        position = tensor.end();
      }
      if (position > dataBytes) {
        throw broken(
            name,
            "its tensors need "
                + position
                + " bytes and "
                + dataBytes
                + " are there; it may be an unfinished download");
      }
      if (position < dataBytes) {
        throw broken(
            name,
            "its last " + (dataBytes - position) + " bytes belong to no tensor of its header");
      }
      return tensors;
    }

    private StoredTensor tensor(String tensor, JsonNode node) {
      StoredType type = StoredType.named(node.path("dtype").asText());
      if (type == null) {
        throw broken(
            name,
            "tensor "
                + tensor
                + " has type '"
                + node.path("dtype").asText()
                + "', expected F32, F16 or BF16");
      }
      JsonNode dimensions = node.path("shape");
      JsonNode offsets = node.path("data_offsets");
      if (!areSizes(dimensions) || dimensions.size() > MOST_DIMENSIONS) {
        throw broken(
            name,
            "tensor %s has shape %s, expected at most %d whole numbers"
                .formatted(tensor, shown(dimensions), MOST_DIMENSIONS));
      }
      if (!areSizes(offsets) || offsets.size() != 2) {
        throw broken(
            name,
            "tensor %s has data_offsets %s, expected its first byte and that after its last"
                .formatted(tensor, shown(offsets)));
      }
      long[] shape = new long[dimensions.size()];
      long bytes = type.bytes();
      try {
        for (int i = 0; i < shape.length; i++) {
          shape[i] = dimensions.get(i).longValue();
          bytes = Math.multiplyExact(bytes, shape[i]);
        }
      } catch (ArithmeticException overflow) {
        bytes = -1;
      }
      long begin = offsets.get(0).longValue();
      long end = offsets.get(1).longValue();
      if (end - begin != bytes) {
        throw broken(
            name,
            "tensor "
                + tensor
                + " of shape "
                + dimensions
                + " does not fill its byte range "
                + offsets);
      }
      return new StoredTensor(tensor, type, shape, begin, end);
    }

    private static boolean areSizes(JsonNode list) {
      if (!list.isArray()) {
        return false;
      }
      for (JsonNode number : list) {
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
          return false;
        }
      }
      return true;
    }

    private static String shown(JsonNode node) {
      String text = node.isMissingNode() ? "missing" : node.toString();
      return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
  }
}
