/**
 * LoRA adapters as Hugging Face's PEFT writes them: {@code adapter_config.json} and {@code
 * adapter_model.safetensors}, read strictly against the configuration of a base, and written. What
 * is done with their factors is the decoder's matter.
 */
package org.galton.model.llama.adapter;
