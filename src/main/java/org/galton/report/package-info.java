/**
 * Pages that need nothing else: a {@link org.galton.report.ReportPage} has a template, scripts and
 * what these draw, and {@link org.galton.report.ReportWriter} writes it. A study's page is {@link
 * org.galton.report.StudyPage} with its sections; {@code report.sweep} is a sweep's. Knows rows of
 * {@code table}, and neither Spark nor where they came from. Charts are drawn in the browser. All
 * text of models and prompts passes {@link org.galton.report.VisibleText} and the template's
 * escaping.
 */
package org.galton.report;
