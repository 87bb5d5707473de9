/**
 * Letters of multiple choice: how a letter or an option's text is read in the places where answers
 * stand. Uses {@link org.galton.task.judge.answer} for the places.
 */
package org.galton.task.judge.choice;
