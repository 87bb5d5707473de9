package org.galton.study.samplers;

import java.io.Serializable;
import org.galton.table.store.StoredFile;

/**
 * A file of rollouts.
 *
 * @param cell number of its cell
 */
record CostedFile(int cell, StoredFile rollouts) implements Serializable {}
