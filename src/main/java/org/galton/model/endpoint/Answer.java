package org.galton.model.endpoint;

import java.util.List;

/**
 * What a server drew for one request.
 *
 * @param choices at least one, and no more than were asked for
 */
record Answer(List<Choice> choices, int promptTokens, double seconds) {}
