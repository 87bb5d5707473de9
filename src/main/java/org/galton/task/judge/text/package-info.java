/**
 * Judges of free text: the words of an answer compared as SQuAD or DROP compare them, and texts
 * that a completion must contain. Owns how a text is brought into a comparable form.
 */
package org.galton.task.judge.text;
