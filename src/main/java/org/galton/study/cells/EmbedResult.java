package org.galton.study.cells;

import java.util.Map;

/**
 * Cells that became vectors.
 *
 * @param sides cells of each
 * @param explained share of the reference's variance along the axes; null for random ones
 */
record EmbedResult(String embedder, Map<String, Long> sides, Double explained) {}
