/**
 * Judges programs: finds the code in a completion, joins it with the tests of a reference, has it
 * run in a sandbox and makes a verdict of what came of it. Owns the forms of references. Starts no
 * process itself.
 */
package org.galton.task.judge.code;
