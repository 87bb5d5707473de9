/**
 * A checkpoint of Galton's own decoder behind OpenAI's API: {@link org.galton.serve.ModelServer}
 * listens, {@code Door} says who is let in, {@code serve.api} answers. Starts no Spark.
 */
package org.galton.serve;
