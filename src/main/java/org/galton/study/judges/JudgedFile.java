package org.galton.study.judges;

import java.io.Serializable;
import java.util.List;
import org.galton.table.store.StoredFile;

/**
 * A file of rollouts with what was said of it.
 *
 * @param cell number of its cell
 * @param scores a file for each scorer that judged it
 */
record JudgedFile(int cell, StoredFile rollouts, List<StoredFile> scores) implements Serializable {}
