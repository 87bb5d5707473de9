/**
 * A decoder for Hugging Face checkpoints of the Llama family on DJL's PyTorch engine:
 * configuration, safetensors, adapters beside them, tokenizer, key/value cache, batched sampling.
 * The arithmetic of a step is {@code decoder.py} among the resources, TorchScript that the engine
 * runs as one call. With {@code train}, the only package that names DJL.
 */
package org.galton.model.llama;
