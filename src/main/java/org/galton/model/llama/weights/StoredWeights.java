package org.galton.model.llama.weights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.galton.model.ComputeType;
import org.galton.model.llama.config.CheckpointFiles;
import org.galton.spec.InvalidInput;

/**
 * Weights in safetensors files, mapped into memory where a file is this machine's own, else read
 * front to back through one buffer of 256 kB: the memory that loading takes does not grow with the
 * model.
 */
public final class StoredWeights implements WeightSource {
  private static final int BUFFER = 1 << 18;

  private final CheckpointFiles files;
  private final Map<String, SafetensorsHeader> headers;

  /**
   * @param headers of the weight files, by file
   */
  StoredWeights(CheckpointFiles files, Map<String, SafetensorsHeader> headers) {
    this.files = files;
    this.headers = headers;
  }

  @Override
  public String name() {
    return files.name();
  }

  @Override
  public Map<String, long[]> shapes() {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    for (SafetensorsHeader header : headers.values()) {
      header.tensors().forEach(tensor -> shapes.put(tensor.name(), tensor.shape()));
    }
    return shapes;
  }

  /** The one type of all matrices, or float32, which holds any. */
  public ComputeType type() {
    List<ComputeType> types =
        headers.values().stream()
            .flatMap(header -> header.tensors().stream())
            .filter(tensor -> tensor.shape().length == 2)
            .map(tensor -> tensor.type().compute())
            .distinct()
            .toList();
    return types.size() == 1 ? types.get(0) : ComputeType.FLOAT32;
  }

  @Override
  public void read(NDManager manager, Set<String> names, RowSink sink) {
    headers.forEach(
        (file, header) -> {
          Optional<Path> local = files.local(file).filter(path -> MappedWeights.canRead(header));
          if (local.isPresent()) {
            read(new MappedWeights(local.get(), header), manager, names, sink);
            return;
          }
          try (InputStream in = files.open(file)) {
            in.skipNBytes(header.dataBegin());
            for (StoredTensor tensor : header.tensors()) {
              if (names.contains(tensor.name())) {
                new Pieces(in, tensor).read(manager, sink);
              } else {
                in.skipNBytes(tensor.end() - tensor.begin());
              }
            }
          } catch (EOFException end) {
            throw SafetensorsHeader.endsTooEarly(header.name());
          } catch (IOException e) {
            throw new InvalidInput("Cannot read " + header.name() + ": " + e);
          }
        });
  }

  private static void read(
      MappedWeights mapped, NDManager manager, Set<String> names, RowSink sink) {
    try {
      mapped.read(manager, names, sink);
    } catch (IOException e) {
      throw new InvalidInput("Cannot read " + mapped.header().name() + ": " + e);
    }
  }

  /** One tensor, as many rows at a time as the buffer holds. */
  private record Pieces(InputStream in, StoredTensor tensor) {
    void read(NDManager manager, RowSink sink) throws IOException {
      long rows = tensor.shape()[0];
      long most = Math.max(1, Math.min(rows, BUFFER / tensor.rowBytes()));
      byte[] bytes = new byte[Math.toIntExact(most * tensor.rowBytes())];
      StoredType type = tensor.type();
      int values = bytes.length / type.bytes();
      ByteBuffer direct =
          ByteBuffer.allocateDirect(values * type.array().getNumOfBytes())
              .order(ByteOrder.LITTLE_ENDIAN);
      for (long first = 0; first < rows; first += most) {
        long count = Math.min(most, rows - first);
        int size = (int) (count * tensor.rowBytes());
        if (in.readNBytes(bytes, 0, size) < size) {
          throw new EOFException();
        }
        direct.clear();
        type.unpack(ByteBuffer.wrap(bytes, 0, size).order(ByteOrder.LITTLE_ENDIAN), direct);
        direct.flip();
        long[] shape = tensor.shape().clone();
        shape[0] = count;
        // On the CPU the array is a view of the buffer, so it is gone before the next piece.
        try (NDManager scratch = manager.newSubManager();
            NDArray piece = scratch.create(direct, new Shape(shape), type.array())) {
          sink.accept(tensor.name(), first, piece);
        }
      }
    }
  }
}
