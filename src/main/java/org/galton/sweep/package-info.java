/**
 * From what is wanted to what was done: {@link org.galton.sweep.SweepSpec} is the wish as its
 * author wrote it, the plan is what is missing of it, the books are what became of it. Plain
 * values, and the {@link org.galton.sweep.ModelKind}s by which a spec names models; may use {@code
 * spec}, {@code task}, {@code model} and {@code table}.
 */
package org.galton.sweep;
