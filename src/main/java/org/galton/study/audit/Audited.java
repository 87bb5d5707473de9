package org.galton.study.audit;

import java.io.Serializable;

/**
 * A model under audit.
 *
 * @param source as specs name models
 * @param secret what it hides; empty in an audit for forbidden strings
 */
record Audited(String name, String source, String secret) implements Serializable {}
