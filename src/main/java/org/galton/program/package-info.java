/**
 * Programs of a small language, run inside the process in bounded steps and memory: a part of
 * Python with integers, texts, lists, tuples and dictionaries, functions and loops; no files, no
 * network, no imports, no clock, no chance. What a program of this language prints and returns is
 * what CPython prints and returns, or an error.
 *
 * <p>{@link org.galton.program.Program} is the way in. Plain Java; knows no model and no engine.
 */
package org.galton.program;
