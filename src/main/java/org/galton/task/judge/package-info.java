/**
 * Judges: exact, regex, numeric, math, choice and the user's own command compare a completion with
 * a prompt's reference. Where an answer is found is {@link org.galton.task.judge.answer}'s, what it
 * is worth {@link org.galton.task.judge.math}'s, and {@link org.galton.task.judge.value} and {@link
 * org.galton.task.judge.choice} read the one in the other.
 */
package org.galton.task.judge;
