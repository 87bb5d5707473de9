package org.galton.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.galton.spec.text.GivenText;
import org.galton.task.TextFiles;

/** The files that a spec's tasks name, on any file system that Hadoop opens. */
public record TaskFiles(Configuration hadoop) implements TextFiles {
  @Override
  public Reader open(String path) throws IOException {
    return GivenText.lines(bytes(path), path);
  }

  @Override
  public InputStream bytes(String path) throws IOException {
    Path data = new Path(path);
    return data.getFileSystem(hadoop).open(data);
  }
}
