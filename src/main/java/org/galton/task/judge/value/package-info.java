/**
 * Mathematics in the places where answers stand: what of a place is the answer, the last member of
 * a chain, the last expression of a line. Uses {@link org.galton.task.judge.answer} for the place
 * and {@link org.galton.task.judge.math} for the value.
 */
package org.galton.task.judge.value;
