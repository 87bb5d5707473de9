/**
 * Tasks whose items are those of a published benchmark's file: {@code kind: benchmark}. A recipe
 * ({@code benchmark.recipe}) says how a row ({@code benchmark.rows}) becomes a prompt; here prompts
 * are made, with worked examples, and every row that does not do is listed before anything is
 * drawn. Above {@code task} and {@code model}, because prompts are templates of Jinja's; found by
 * {@code META-INF/services/org.galton.task.TaskKind}.
 */
package org.galton.benchmark;
