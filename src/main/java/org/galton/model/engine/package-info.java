/**
 * Models that an engine draws from which Galton starts itself beside whoever draws: vLLM, SGLang,
 * llama.cpp, {@code ./galton serve}, or any that speaks OpenAI's API. Owns the name of such a model
 * ({@link org.galton.model.engine.EngineSource}) and the engines of a process ({@link
 * org.galton.model.engine.SharedEngines}), which end with it. Asks them by {@code model.endpoint}.
 */
package org.galton.model.engine;
