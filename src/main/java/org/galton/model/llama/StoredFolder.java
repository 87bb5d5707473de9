package org.galton.model.llama;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.galton.model.llama.config.CheckpointFiles;

/** A checkpoint's folder by its scheme and path, such as {@code hdfs://host/run7/step-100}. */
final class StoredFolder {
  private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*:/.*");
  private static final String LOCAL = "file:";

  private StoredFolder() {}

  static boolean isOne(String source) {
    return SCHEME.matcher(source).matches();
  }

  static CheckpointFiles files(String source, Configuration hadoop) throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(source);
    if (source.startsWith(LOCAL)) {
      return new CheckpointFiles.Folder(Path.of(path.toUri().getPath()));
    }
    FileSystem files = path.getFileSystem(hadoop);
    return new CheckpointFiles.Stored(files, path);
  }
}
