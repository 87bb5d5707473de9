/**
 * A finished sweep, or an analysis of groups or of landscapes, as one HTML page that needs nothing
 * else. {@link org.galton.report.ReportWriter} takes rows of {@code table} and knows neither Spark
 * nor where they came from. The page's words and tables are written here, its charts are drawn in
 * the browser by the scripts beside its template. All text of models and prompts passes {@code
 * VisibleText} and the template's escaping.
 */
package org.galton.report;
