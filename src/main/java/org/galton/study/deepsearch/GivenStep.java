package org.galton.study.deepsearch;

import java.util.OptionalInt;
import org.galton.job.input.GivenRow;
import org.galton.search.backup.SearchStep;
import org.galton.search.tree.NodeName;

/**
 * A row of a tree.
 *
 * @param backup as the how-manieth trajectory it was backed up
 * @param row for what is wrong with it
 */
record GivenStep(NodeName name, SearchStep step, OptionalInt backup, GivenRow row) {}
