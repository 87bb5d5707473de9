/** The tokenizer that tokenizer.json describes, and the chat template that goes with it. */
package org.galton.model.llama.tokenizer;
