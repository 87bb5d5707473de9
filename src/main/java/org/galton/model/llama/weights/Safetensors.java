package org.galton.model.llama.weights;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small safetensors files on the local disk, whole in memory. */
public final class Safetensors {
  private Safetensors() {}

  /** Tensors in the order of the file. */
  public static List<Tensor> read(Path file) throws IOException {
    List<Tensor> tensors = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      SafetensorsHeader header = SafetensorsHeader.read(in, file.toString(), Files.size(file));
      for (StoredTensor stored : header.tensors()) {
        byte[] bytes = in.readNBytes(Math.toIntExact(stored.end() - stored.begin()));
        if (bytes.length < stored.end() - stored.begin()) {
          throw SafetensorsHeader.endsTooEarly(file.toString());
        }
        tensors.add(new Tensor(stored.name(), stored.shape(), stored.type().decode(bytes)));
      }
    }
    return tensors;
  }

  public static void writeFloat32(List<Tensor> tensors, Path file) throws IOException {
    write(tensors, StoredType.F32, file);
  }

  /** As one file's content. */
  public static void writeFloat32(List<Tensor> tensors, OutputStream out) throws IOException {
    SafetensorsWriter.write(tensors, StoredType.F32, out);
  }

  /** Bytes of the file that {@link #writeFloat32} makes. */
  public static long float32Size(List<Tensor> tensors) throws IOException {
    return SafetensorsWriter.size(tensors, StoredType.F32);
  }

  public static void writeFloat16(List<Tensor> tensors, Path file) throws IOException {
    write(tensors, StoredType.F16, file);
  }

  static void write(List<Tensor> tensors, StoredType type, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      SafetensorsWriter.write(tensors, type, out);
    }
  }
}
