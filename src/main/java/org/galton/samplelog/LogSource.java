package org.galton.samplelog;

import java.io.IOException;
import java.io.InputStream;

/** A log that can be read any number of times from its beginning. */
public interface LogSource {
  /** Its path, for messages and for what tools write into names of files and folders. */
  String path();

  InputStream open() throws IOException;
}
