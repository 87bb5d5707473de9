package org.galton.job;

import java.util.List;

/**
 * What columns say about each other.
 *
 * @param request what was asked
 * @param rows that were used
 * @param rowsSkipped for want of a value
 * @param figures in the order to show them
 * @param warnings what a reader must know
 */
public record InformationResult(
    InformationRequest request,
    int rows,
    int rowsSkipped,
    List<InformationFigure> figures,
    List<String> warnings) {}
