/**
 * What a language model is to the rest of Galton: something that draws completions for requests.
 * Owns the vocabulary of drawing ({@link org.galton.model.Request}, {@link
 * org.galton.model.Sampling}, {@link org.galton.model.Completion}) and names neither Spark nor DJL;
 * {@code model.source} opens what a spec names, {@code model.llama} is the decoder that runs on
 * this machine, {@code model.jinja} the language of its chat templates, {@code model.endpoint} asks
 * servers, {@code model.episode} plays games of many turns with a model, {@code model.search} draws
 * by search over blocks of one, {@code model.adaptive} draws as a pilot says, {@code model.engine}
 * starts engines and asks them, {@code model.scripted} holds players that follow rules.
 */
package org.galton.model;
