/**
 * Models behind a server that speaks OpenAI's API, such as vLLM, SGLang or llama.cpp. Owns the name
 * of such a model ({@link org.galton.model.endpoint.EndpointSource}), the requests in flight of a
 * process ({@link org.galton.model.endpoint.SharedEndpoints}), and the judgement of what a server
 * says: what may pass when asked again, what concerns one prompt, and what only the user can put
 * right. Uses the JDK's HTTP client, Failsafe for retries and Jackson for JSON.
 */
package org.galton.model.endpoint;
