package org.galton.study;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a study says about a sweep.
 *
 * @param text for the terminal
 * @param key under which {@code json} stands in the sweep's document
 */
public record SweepAnswer(String text, String key, JsonNode json) {}
