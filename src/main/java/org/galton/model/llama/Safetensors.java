package org.galton.model.llama;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Safetensors files on the local disk. */
public final class Safetensors {
  private Safetensors() {}

  /** Tensors in the order of the file. */
  public static List<Tensor> read(Path file) throws IOException {
    List<Tensor> tensors = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      new SafetensorsReader(file.toString(), Files.size(file)).read(in, tensors::add);
    }
    return tensors;
  }

  public static void writeFloat32(List<Tensor> tensors, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      SafetensorsWriter.writeFloat32(tensors, out);
    }
  }

  public static void writeFloat16(List<Tensor> tensors, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      SafetensorsWriter.writeFloat16(tensors, out);
    }
  }
}
