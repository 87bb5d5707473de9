/**
 * OpenAI's API without HTTP: {@link org.galton.serve.api.ModelApi} takes the body of a request and
 * hands an answer, whole or in pieces, to an {@link org.galton.serve.api.AnswerChannel}. A field
 * that the decoder has nothing for is refused by name.
 */
package org.galton.serve.api;
