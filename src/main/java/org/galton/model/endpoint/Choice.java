package org.galton.model.endpoint;

import org.galton.model.Completion.Finish;

/**
 * One continuation in a server's answer.
 *
 * @param tokens drawn
 * @param logprobSum their log-probability in nats as the server counts it; NaN where it gives none
 */
record Choice(String text, Finish finish, int tokens, double logprobSum) {}
