package org.galton.task.judge.answer;

/**
 * A line of the list of phrases.
 *
 * @param language ISO 639-1 code
 * @param text cleaned, in small letters; empty for no word at all
 */
record Phrase(String language, PhraseKind kind, String text) {}
