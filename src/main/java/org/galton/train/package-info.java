/**
 * Makes and improves small models with DJL, from a {@link org.galton.train.TrainSpec} to
 * checkpoints in Hugging Face layout. With {@code model.llama}, the only package that names DJL;
 * may use {@code spec}, {@code task} and {@code model}.
 */
package org.galton.train;
