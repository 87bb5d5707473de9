package org.galton.job;

import java.util.List;
import org.galton.table.BooksRow;
import org.galton.table.MetricRow;
import org.galton.table.PromptStatisticsRow;

/**
 * What a summary job wrote.
 *
 * @param scaling curves over checkpoints, fitted or refused; none where no training has two
 */
public record Summary(
    List<BooksRow> books,
    List<MetricRow> metrics,
    List<PromptStatisticsRow> prompts,
    List<FittedSeries> scaling) {}
