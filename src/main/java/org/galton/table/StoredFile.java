package org.galton.table;

import java.io.Serializable;

/**
 * A file of a table as a listing shows it.
 *
 * @param modified milliseconds since 1970
 */
public record StoredFile(String path, String name, long modified) implements Serializable {}
