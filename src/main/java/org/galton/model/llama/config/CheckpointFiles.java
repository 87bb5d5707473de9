package org.galton.model.llama.config;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.galton.spec.InvalidInput;

/** The files of one checkpoint: in a folder, in a store or in the jar. */
public sealed interface CheckpointFiles {
  String TOKENIZER = "tokenizer.json";

  /** The largest published ones have 35 million. */
  int MOST_TOKENIZER_BYTES = 100_000_000;

  int MOST_BYTES = 8_000_000;

  /** What a reader knows the checkpoint by. */
  String name();

  /** What an error calls one of its files. */
  String describe(String file);

  boolean has(String file);

  /** Size of a file in bytes. */
  long size(String file) throws IOException;

  InputStream open(String file) throws IOException;

  /** Where this machine has the file as one that can be mapped into memory. */
  default Optional<Path> local(String file) {
    return Optional.empty();
  }

  /**
   * A whole file of text.
   *
   * @throws InvalidInput when it is larger than any of a supported model: a sparse file of
   *     gigabytes is not read to find that out
   */
  default byte[] read(String file) throws IOException {
    int most = file.equals(TOKENIZER) ? MOST_TOKENIZER_BYTES : MOST_BYTES;
    long size = size(file);
    if (size <= most) {
      try (InputStream in = open(file)) {
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length <= most) {
          return bytes;
        }
        size = bytes.length;
      }
    }
    throw new InvalidInput(
        "Cannot read %s: it has %,d bytes, expected at most %,d; copy it again from where the model is published"
            .formatted(describe(file), size, most));
  }

  /** A Hugging Face checkpoint directory. */
  record Folder(Path path) implements CheckpointFiles {
    @Override
    public String name() {
      return path.toString();
    }

    @Override
    public String describe(String file) {
      return path.resolve(file).toString();
    }

    @Override
    public boolean has(String file) {
      return Files.isRegularFile(path.resolve(file));
    }

    @Override
    public long size(String file) throws IOException {
      return Files.size(path.resolve(file));
    }

    @Override
    public InputStream open(String file) throws IOException {
      return Files.newInputStream(path.resolve(file));
    }

    @Override
    public Optional<Path> local(String file) {
      return Optional.of(path.resolve(file));
    }
  }

  /** A checkpoint directory in any file system that Hadoop opens. */
  record Stored(FileSystem files, org.apache.hadoop.fs.Path path) implements CheckpointFiles {
    @Override
    public String name() {
      return path.toString();
    }

    @Override
    public String describe(String file) {
      return at(file).toString();
    }

    @Override
    public boolean has(String file) {
      try {
        return files.getFileStatus(at(file)).isFile();
      } catch (FileNotFoundException e) {
        return false;
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + at(file) + ": " + e.getMessage(), e);
      }
    }

    @Override
    public long size(String file) throws IOException {
      return files.getFileStatus(at(file)).getLen();
    }

    @Override
    public InputStream open(String file) throws IOException {
      return files.open(at(file));
    }

    private org.apache.hadoop.fs.Path at(String file) {
      return new org.apache.hadoop.fs.Path(path, file);
    }
  }

  /** A checkpoint that the jar ships. */
  record Embedded(String name, String folder) implements CheckpointFiles {
    @Override
    public String describe(String file) {
      return name + "/" + file;
    }

    @Override
    public boolean has(String file) {
      return Embedded.class.getResource(folder + file) != null;
    }

    @Override
    public long size(String file) throws IOException {
      var resource = Embedded.class.getResource(folder + file);
      if (resource == null) {
        throw new NoSuchFileException(describe(file));
      }
      return resource.openConnection().getContentLengthLong();
    }

    @Override
    public InputStream open(String file) throws IOException {
      InputStream in = Embedded.class.getResourceAsStream(folder + file);
      if (in == null) {
        throw new NoSuchFileException(describe(file));
      }
      return in;
    }
  }
}
