package org.galton.view.engine;

/** When the files that count are looked up. */
public enum FileListing {
  /** For each reading. */
  EACH_TIME,
  /** Once, so that all readings are of the same files, and again only where one of them is gone. */
  ONCE
}
