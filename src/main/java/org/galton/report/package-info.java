/**
 * A finished sweep or study as one HTML page that needs nothing else. A sweep's page is {@code
 * Page}, a study's is {@link org.galton.report.StudyPage} with its section. {@link
 * org.galton.report.ReportWriter} takes rows of {@code table} and knows neither Spark nor where
 * they came from. The page's words and tables are written here, its charts are drawn in the browser
 * by the scripts beside its template. All text of models and prompts passes {@code VisibleText} and
 * the template's escaping.
 */
package org.galton.report;
