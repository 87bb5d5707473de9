package org.galton.job.summary;

import java.util.List;
import org.galton.table.BooksRow;
import org.galton.table.MetricRow;
import org.galton.table.PromptStatisticsRow;

/** What a summary job wrote. */
public record Summary(
    List<BooksRow> books, List<MetricRow> metrics, List<PromptStatisticsRow> prompts) {}
