/**
 * Judges: exact, numeric, regex and the user's own command compare a completion with a prompt's
 * reference. Owns how a number is read from a text.
 */
package org.galton.task.judge;
