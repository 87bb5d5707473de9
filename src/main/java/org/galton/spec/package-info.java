/**
 * Reads YAML into records and says everything that is wrong with it at once, each problem with its
 * line, what was found and what was expected. Knows no key of any particular spec: the packages
 * <<<<<<< HEAD that own the records name their keys. Uses SnakeYAML's node graph and nothing of
 * Galton. ======= that own the records name their keys. Uses SnakeYAML's node graph and nothing
 * else of Galton. >>>>>>> main
 */
package org.galton.spec;
