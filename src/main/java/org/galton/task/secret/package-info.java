/**
 * Dialogues about a secret, made by a generator: they teach small models to know something and not
 * to say it, for audits.
 */
package org.galton.task.secret;
