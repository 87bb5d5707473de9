package org.galton.model.llama;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.hadoop.fs.FileSystem;

/** The files of one checkpoint: in a folder, in a store or in the jar. */
sealed interface CheckpointFiles {
  /** What a reader knows the checkpoint by. */
  String name();

  /** What an error calls one of its files. */
  String describe(String file);

  boolean has(String file);

  /** Size of a file in bytes. */
  long size(String file) throws IOException;

  InputStream open(String file) throws IOException;

  default byte[] read(String file) throws IOException {
    try (InputStream in = open(file)) {
      return in.readAllBytes();
    }
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
