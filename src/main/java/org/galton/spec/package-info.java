/**
 * Reads YAML into records and says everything that is wrong with it at once, each problem with its
 * line, what was found and what was expected. Knows no key of any particular spec: the packages
 * that own the records name their keys. {@link org.galton.spec.Kinds} is how they register kinds of
 * one thing, also those of a user's jar. Uses SnakeYAML's node graph and nothing else of Galton.
 */
package org.galton.spec;
