package org.galton.serve.api;

import java.util.List;
import java.util.Optional;

/**
 * A prompt of a request.
 *
 * @param tokens their ids
 * @param text as the client sent it; absent where it sent ids or a chat
 */
record AskedPrompt(List<Integer> tokens, Optional<String> text) {}
