package org.galton.model.jinja;

import java.util.Map;

/** What {@code namespace()} makes: the only value that a template can change. */
record Namespace(Map<String, Object> values) {}
