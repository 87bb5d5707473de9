/**
 * Decoding: the loop that draws tokens for a batch of rollouts, its key/value cache, and prompts
 * that rollouts share, and beginnings that prompts share.
 */
package org.galton.model.llama.decoding;
