/**
 * Where the answer is in a completion: cleaning, thinking, the ranks of places from the task's own
 * marker to the last line, negation and questions, phrases of many languages, abstention. One
 * candidate is found, or none. Knows no mathematics: a judge reads the place with an {@link
 * org.galton.task.judge.answer.AnswerReader} of its own.
 */
package org.galton.task.judge.answer;
