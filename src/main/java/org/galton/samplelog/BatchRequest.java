package org.galton.samplelog;

import java.util.SortedMap;
import org.galton.task.Prompt;

/**
 * What a line of a batch was asked.
 *
 * @param firstRollout number of its first choice within the prompt
 * @param choices how many were asked for; 1 where nothing tells
 * @param sampling settings of the request; empty where nothing tells
 */
record BatchRequest(
    Prompt prompt, int firstRollout, int choices, SortedMap<String, String> sampling) {}
