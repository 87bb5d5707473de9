package org.galton.model.llama;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.galton.model.llama.adapter.Adapter;
import org.galton.model.llama.config.CheckpointFiles;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.spec.InvalidInput;

/** Opens adapters by their folder, of this machine or of a file system that Hadoop opens. */
public final class AdapterFolder {
  private AdapterFolder() {}

  /**
   * Reads all but the tensors.
   *
   * @param folder also with a scheme, such as {@code hdfs://host/run7/adapter}
   * @throws InvalidInput when there is no such folder, or no adapter of the base in it
   */
  public static Adapter open(String folder, LlamaConfig base, Configuration hadoop) {
    return Adapter.open(files(folder, hadoop), base);
  }

  private static CheckpointFiles files(String folder, Configuration hadoop) {
    try {
      if (StoredFolder.isOne(folder)) {
        return StoredFolder.files(folder, hadoop);
      }
      Path path = Path.of(folder);
      if (!Files.isDirectory(path)) {
        throw new InvalidInput(
            "Cannot read adapter %s: no such directory; expected a folder as PEFT's save_pretrained writes it"
                .formatted(folder));
      }
      return new CheckpointFiles.Folder(path);
    } catch (IOException | UncheckedIOException e) {
      throw new InvalidInput("Cannot read adapter " + folder + ": " + e.getMessage(), e);
    }
  }
}
