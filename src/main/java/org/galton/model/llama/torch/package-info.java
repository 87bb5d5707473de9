/**
 * The PyTorch engine: its start, the TorchScript that it runs as one call, and where its time goes.
 */
package org.galton.model.llama.torch;
