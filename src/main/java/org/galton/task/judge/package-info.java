/**
 * Judges, a class a kind: what the kind's keys are, and how a completion is compared with a
 * prompt's reference. Here are the short ones (exact, regex, numeric, math, choice) and the user's
 * own command; longer ones have rooms of their own: {@link org.galton.task.judge.text}, {@link
 * org.galton.task.judge.schema}, {@link org.galton.task.judge.ifeval} and {@link
 * org.galton.task.judge.code}. Where an answer is found is {@link org.galton.task.judge.answer}'s,
 * what it is worth {@link org.galton.task.judge.math}'s, and {@link org.galton.task.judge.value}
 * and {@link org.galton.task.judge.choice} read the one in the other.
 */
package org.galton.task.judge;
