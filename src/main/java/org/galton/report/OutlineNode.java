package org.galton.report;

/**
 * A node of a tree that is shown as an outline.
 *
 * @param parent number of its parent; negative for the root
 * @param text what its step adds, fit to be shown
 * @param ending of a trajectory, in a word; empty where it goes on
 * @param facts in words
 * @param putOut whether it is on the way to the completion
 */
public record OutlineNode(
    int node, int parent, String text, String ending, String facts, boolean putOut) {}
