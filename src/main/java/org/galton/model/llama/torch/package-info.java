/**
 * The PyTorch engine: its start, the TorchScript that it runs as one call, arithmetic that is safe
 * where gradients are recorded, and where its time goes.
 */
package org.galton.model.llama.torch;
