package org.galton.samplelog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;

/** A log that can be read any number of times from its beginning. */
public interface LogSource {
  /** Its path, for messages and for what tools write into names of files and folders. */
  String path();

  InputStream open() throws IOException;

  /** The same bytes, read from wherever one likes. */
  SeekableByteChannel channel() throws IOException;

  /** Another file, named as this one was. */
  LogSource other(String path);
}
