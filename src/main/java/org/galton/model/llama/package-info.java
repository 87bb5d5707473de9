/**
 * A decoder for Hugging Face checkpoints of the Llama family on DJL's PyTorch engine:
 * configuration, safetensors, tokenizer, key/value cache, batched sampling. With {@code train}, the
 * only package that names DJL.
 */
package org.galton.model.llama;
