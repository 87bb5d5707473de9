package org.galton.task.judge.answer;

/**
 * A place in a cleaned text where an answer may stand.
 *
 * @param start where the place begins, marker or box included
 * @param end where its sentence goes on
 * @param text the content of a box, tag or span; after a marker, the rest of its line or the next
 *     that says something; of {@link AnswerPlace#LAST}, the whole text
 */
public record AnswerHit(AnswerPlace place, int start, int end, String text) {}
