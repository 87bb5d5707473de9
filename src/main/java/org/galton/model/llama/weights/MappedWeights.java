package org.galton.model.llama.weights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.IValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.galton.model.llama.torch.Torch;
import org.galton.model.llama.torch.TorchScript;

/**
 * Weights of a file on this machine, mapped into memory: they go from the system's cache of the
 * file to their place, through no other memory.
 */
record MappedWeights(Path file, SafetensorsHeader header) {

  /** Whether every tensor begins where a number of its type may in memory. */
  static boolean canRead(SafetensorsHeader header) {
    return header.tensors().stream()
        .allMatch(tensor -> (header.dataBegin() + tensor.begin()) % tensor.type().bytes() == 0);
  }

  /**
   * As {@link WeightSource#read}.
   *
   * @throws org.galton.spec.InvalidInput when the file has become shorter than its header says
   */
  void read(NDManager manager, Set<String> names, WeightSource.RowSink sink) throws IOException {
    long size = Files.size(file);
    try (NDManager host = Torch.cpu();
        NDManager scratch = manager.newSubManager();
        TorchScript script = TorchScript.load(host, "decoder.py");
        IValue like = TorchScript.tensor(scratch.create(0f))) {
      Map<StoredType, NDArray> files = new HashMap<>();
      for (StoredTensor tensor : header.tensors()) {
        if (header.dataBegin() + tensor.end() > size) {
          throw SafetensorsHeader.endsTooEarly(header.name());
        }
        if (names.contains(tensor.name())) {
          NDArray all = files.computeIfAbsent(tensor.type(), type -> map(script, host, type, size));
          long first = (header.dataBegin() + tensor.begin()) / tensor.type().bytes();
          try (IValue whole = TorchScript.tensor(all);
              IValue from = IValue.from(first);
              IValue shape = IValue.listFrom(tensor.shape());
              NDArray piece =
                  script.run(scratch, "piece", whole, from, shape, like).singletonOrThrow()) {
            sink.accept(tensor.name(), 0, piece);
          }
        }
      }
    }
  }

  private NDArray map(TorchScript script, NDManager host, StoredType type, long size) {
    try (IValue name = IValue.from(file.toString());
        IValue numbers = IValue.from(size / type.bytes());
        IValue code = IValue.from(TorchScript.code(type.compute()))) {
      return script.run(host, "mapped", name, numbers, code).singletonOrThrow();
    }
  }
}
