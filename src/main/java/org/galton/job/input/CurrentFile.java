package org.galton.job.input;

import java.io.Serializable;
import java.net.URI;
import org.apache.hadoop.fs.Path;
import org.apache.spark.rdd.InputFileBlockHolder;
import org.apache.spark.unsafe.types.UTF8String;

/** The file that a task reads just now, put into words once for all its rows. */
public final class CurrentFile implements Serializable {
  private static final long serialVersionUID = 1L;

  // Each task has a copy of its own.
  private transient UTF8String path;
  private transient String shown;

  /** As errors name it. */
  public String shown() {
    UTF8String now = InputFileBlockHolder.getInputFilePath();
    if (!now.equals(path)) {
      path = now;
      shown = InputFiles.shown(new Path(URI.create(now.toString())));
    }
    return shown;
  }
}
