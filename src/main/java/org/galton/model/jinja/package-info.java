/**
 * The part of the Jinja language that chat templates are written in, as Jinja 3.1 renders it with
 * {@code trim_blocks} and {@code lstrip_blocks}. A template is somebody else's code: its values are
 * texts, numbers, lists and mappings, its methods a closed list, so no name in it reaches Java, and
 * its output and work are bounded. What is not supported is an error before anything is rendered,
 * never another text. Uses only {@code spec}'s error.
 *
 * <p>Why not a library: jinjava 2.8.4, the one that is kept up for the JVM, reads {@code not x is
 * defined} as the opposite and prints nothing for an unknown filter, so that the templates of Llama
 * 3 and DeepSeek come out as other prompts without an error.
 */
package org.galton.model.jinja;
