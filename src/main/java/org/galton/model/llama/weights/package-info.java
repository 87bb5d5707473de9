/** Weights: safetensors files as they lie in a checkpoint, and the tensors on the device. */
package org.galton.model.llama.weights;
