/**
 * Recipes of benchmarks as data: which columns a published file has, and how a row becomes a
 * prompt, a reference and attributes, in Jinja's language. One YAML file each beside this package's
 * classes, or a user's own; a recipe reads no rows itself.
 */
package org.galton.benchmark.recipe;
