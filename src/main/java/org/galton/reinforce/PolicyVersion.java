package org.galton.reinforce;

/**
 * A policy between two steps: a model of its own.
 *
 * @param name of the model, as in tables
 * @param digest of its weights and all else that shapes what it says
 */
record PolicyVersion(String name, String digest) {}
