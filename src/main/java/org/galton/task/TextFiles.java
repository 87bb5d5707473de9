package org.galton.task;

import java.io.IOException;
import java.io.Reader;

/** Opens text by its path, on whatever file system the caller reads. */
@FunctionalInterface
public interface TextFiles {
  Reader open(String path) throws IOException;
}
