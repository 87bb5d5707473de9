/**
 * The part of the Jinja language that chat templates are written in, as Jinja 3.1 renders it with
 * {@code trim_blocks} and {@code lstrip_blocks}. A template is somebody else's code: its values are
 * texts, numbers, lists and mappings, its methods a closed list, so no name in it reaches Java, and
 * its output and work are bounded. What is not supported is an error before anything is rendered,
 * never another text. Uses only {@code spec}'s error.
 */
package org.galton.model.jinja;
