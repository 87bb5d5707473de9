package org.galton.job.samples;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.galton.samplelog.LogSource;
import org.galton.spec.InvalidInput;

/** A log on any file system that Hadoop opens. */
record HadoopLog(String path, Configuration configuration) implements LogSource {
  @Override
  public InputStream open() throws IOException {
    return reading((files, file) -> files.open(file));
  }

  @Override
  public SeekableByteChannel channel() throws IOException {
    return reading(
        (files, file) -> new HadoopChannel(files.open(file), files.getFileStatus(file).getLen()));
  }

  @Override
  public LogSource other(String other) {
    return new HadoopLog(other, configuration);
  }

  private <T> T reading(Opening<T> opening) throws IOException {
    Path file = new Path(path);
    try {
      return opening.open(file.getFileSystem(configuration), file);
    } catch (FileNotFoundException e) {
      throw new InvalidInput("Cannot import " + path + ": no such file", e);
    }
  }

  private interface Opening<T> {
    T open(FileSystem files, Path file) throws IOException;
  }
}
