/** Trains an adapter of a checkpoint on worked examples. */
package org.galton.train.adapter;
