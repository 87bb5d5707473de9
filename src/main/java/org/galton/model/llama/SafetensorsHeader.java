package org.galton.model.llama;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
  private static final int LARGEST_HEADER = 100_000_000;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  /**
   * Reads the header and leaves the stream at the first tensor.
   *
   * @param fileBytes size of the whole file
   */
  static SafetensorsHeader read(InputStream source, String name, long fileBytes)
      throws IOException {
    try {
      long bytes = Long.reverseBytes(new DataInputStream(source).readLong());
      if (bytes < 2 || bytes > LARGEST_HEADER || bytes > fileBytes - 8) {
        throw broken(name, "its header claims " + bytes + " bytes of a file of " + fileBytes);
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
      for (Map.Entry<String, JsonNode> field : root(header).properties()) {
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

    private JsonNode root(byte[] header) {
      JsonNode root;
      try {
        root = JSON.readTree(header);
      } catch (IOException e) {
        throw broken(name, "its header is not JSON, or names a tensor twice");
      }
      if (root == null || !root.isObject()) {
        throw broken(name, "its header is not a JSON object");
      }
      return root;
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
      JsonNode offsets = node.path("data_offsets");
      JsonNode dimensions = node.path("shape");
      if (offsets.size() != 2 || !dimensions.isArray()) {
        throw broken(name, "tensor " + tensor + " lacks data_offsets or shape");
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
  }
}
