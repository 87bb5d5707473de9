package org.galton.study.judges;

import java.io.Serializable;
import org.galton.table.store.StoredFile;

/**
 * A rollout on which two judges disagree.
 *
 * @param file that holds it
 */
record Disputed(StoredFile file, GivenVerdict first, GivenVerdict second) implements Serializable {}
